# The last part: what happens at import. Loads the library, or fails the import with one error, also for a caller who
# has switched errors off.
try {
    Connect-UcLibrary
} catch {
    $ErrorActionPreference = 'Stop'
    throw
}
Register-UcCompleter
