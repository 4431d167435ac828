# The last part: what happens at import. Loads the library, or fails the import with one error, also for a caller who
# has switched errors off.
try {
    [void][System.Reflection.Assembly]::Load('System.Runtime.Serialization, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089')
    Connect-UcLibrary
} catch {
    $ErrorActionPreference = 'Stop'
    throw
}
Register-UcCompleter
