# Stands where the module of IIS is, for scripts that import it first. Its commands are those that the simulation has put
# into the global scope; it must not have any of its own.
Set-StrictMode -Version Latest
Export-ModuleMember -Function @()
