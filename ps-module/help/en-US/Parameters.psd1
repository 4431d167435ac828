@{
    Path = 'The configuration files. Wildcards are accepted; a pattern that matches no file is an error. Relative paths start at the current location.'
    LiteralPath = 'The configuration files, by their exact names: brackets and other wildcard characters mean themselves. Files from Get-ChildItem arrive here.'
    Location = 'The path attribute of a location element, to work in the appSettings section inside it. Without it, the section of the whole file is meant.'
    BackupDirectory = 'The folder of the backups. By default %ProgramData%\UcIntegration\Backups on Windows.'
    NoBackup = 'Writes without taking a backup first. BackupDirectory is then without effect.'
    Reason = 'A word on why, such as the number of the change request. It is kept with the backup.'
    PassThru = 'Puts out one object for each change. By default the command puts out nothing.'
    Quiet = 'Puts out only True or False.'
    WhatIf = 'Shows what the command would do, with each line before and after, and changes nothing.'
    Confirm = 'Shows what the command will do and asks before it does it.'
}
