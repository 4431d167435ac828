# What the check of compatibility knows of PowerShell 3.0 itself: the accelerators, and the public members of the engine's
# types that scripts here use. A method stands with its number of arguments, as Name/2; a static member begins with two colons.
$script:CompatibilityAccelerator = @(
    'adsi', 'adsisearcher', 'Alias', 'AllowEmptyCollection', 'AllowEmptyString', 'AllowNull', 'array', 'bigint', 'bool', 'byte', 'char', 'ciminstance',
    'CmdletBinding', 'cultureinfo', 'datetime', 'decimal', 'double', 'float', 'guid', 'hashtable', 'int', 'int16', 'int32', 'int64', 'ipaddress', 'long',
    'mailaddress', 'NullString', 'ordered', 'OutputType', 'Parameter', 'powershell', 'pscredential', 'pscustomobject', 'psmoduleinfo', 'psobject',
    'psprimitivedictionary', 'PSTypeName', 'psvariable', 'ref', 'regex', 'runspace', 'runspacefactory', 'sbyte', 'scriptblock', 'securestring', 'single', 'string',
    'switch', 'timespan', 'type', 'uint16', 'uint32', 'uint64', 'uri', 'ValidateCount', 'ValidateLength', 'ValidateNotNull', 'ValidateNotNullOrEmpty',
    'ValidatePattern', 'ValidateRange', 'ValidateScript', 'ValidateSet', 'version', 'void', 'wmi', 'wmiclass', 'wmisearcher', 'xml'
)
$script:CompatibilityEngine = @{
    'System.Management.Automation.AliasAttribute' = 'AliasNames'
    'System.Management.Automation.AllowEmptyCollectionAttribute' = ''
    'System.Management.Automation.AllowEmptyStringAttribute' = ''
    'System.Management.Automation.AllowNullAttribute' = ''
    'System.Management.Automation.CmdletBindingAttribute' = 'ConfirmImpact DefaultParameterSetName HelpUri PositionalBinding SupportsPaging SupportsShouldProcess SupportsTransactions'
    'System.Management.Automation.OutputTypeAttribute' = 'ParameterSetName ProviderCmdlet Type'
    'System.Management.Automation.ParameterAttribute' = 'HelpMessage HelpMessageBaseName HelpMessageResourceId Mandatory ParameterSetName Position ValueFromPipeline ValueFromPipelineByPropertyName ValueFromRemainingArguments'
    'System.Management.Automation.PSTypeNameAttribute' = 'PSTypeName'
    'System.Management.Automation.ValidateCountAttribute' = 'MinLength MaxLength'
    'System.Management.Automation.ValidateLengthAttribute' = 'MinLength MaxLength'
    'System.Management.Automation.ValidateNotNullAttribute' = ''
    'System.Management.Automation.ValidateNotNullOrEmptyAttribute' = ''
    'System.Management.Automation.ValidatePatternAttribute' = 'Options RegexPattern'
    'System.Management.Automation.ValidateRangeAttribute' = 'MinRange MaxRange'
    'System.Management.Automation.ValidateScriptAttribute' = 'ScriptBlock'
    'System.Management.Automation.ValidateSetAttribute' = 'IgnoreCase ValidValues'
    'System.Management.Automation.CallStackFrame' = 'FunctionName GetScriptLocation/0 InvocationInfo Position ScriptLineNumber ScriptName'
    'System.Management.Automation.CommandInfo' = 'CommandType Definition Module ModuleName Name OutputType Parameters ParameterSets ResolveParameter/1 Visibility'
    'System.Management.Automation.CommandMetadata' = 'new/1 new/2 ConfirmImpact DefaultParameterSetName HelpUri Name Parameters PositionalBinding SupportsPaging SupportsShouldProcess'
    'System.Management.Automation.CommandNotFoundException' = 'new/0 new/1 new/2 CommandName Data ErrorRecord GetBaseException/0 InnerException Message StackTrace'
    'System.Management.Automation.CompletionResult' = 'new/1 new/4 CompletionText ListItemText ResultType ToolTip'
    'System.Management.Automation.ErrorCategory' = '::NotSpecified ::OpenError ::CloseError ::DeviceError ::DeadlockDetected ::InvalidArgument ::InvalidData ::InvalidOperation ::InvalidResult ::InvalidType ::MetadataError ::NotImplemented ::NotInstalled ::ObjectNotFound ::OperationStopped ::OperationTimeout ::SyntaxError ::ParserError ::PermissionDenied ::ResourceBusy ::ResourceExists ::ResourceUnavailable ::ReadError ::WriteError ::FromStdErr ::SecurityError ::ProtocolError ::ConnectionError ::AuthenticationError ::LimitsExceeded ::QuotaExceeded ::NotEnabled'
    'System.Management.Automation.ErrorCategoryInfo' = 'Activity Category GetMessage/0 GetMessage/1 Reason TargetName TargetType'
    'System.Management.Automation.ErrorDetails' = 'new/1 new/4 Message RecommendedAction'
    'System.Management.Automation.ErrorRecord' = 'new/2 new/4 CategoryInfo ErrorDetails Exception FullyQualifiedErrorId InvocationInfo PipelineIterationInfo ScriptStackTrace TargetObject'
    'System.Management.Automation.Host.ChoiceDescription' = 'new/1 new/2 HelpMessage Label'
    'System.Management.Automation.Host.FieldDescription' = 'new/1 Attributes DefaultValue HelpMessage IsMandatory Label Name ParameterAssemblyFullName ParameterTypeFullName ParameterTypeName SetParameterType/1'
    'System.Management.Automation.Host.PSHost' = 'CurrentCulture CurrentUICulture EnterNestedPrompt/0 ExitNestedPrompt/0 InstanceId Name PrivateData SetShouldExit/1 UI Version'
    'System.Management.Automation.Host.PSHostUserInterface' = 'Prompt/3 PromptForChoice/4 PromptForCredential/4 PromptForCredential/6 RawUI ReadLine/0 ReadLineAsSecureString/0 Write/1 Write/3 WriteDebugLine/1 WriteErrorLine/1 WriteLine/0 WriteLine/1 WriteLine/3 WriteProgress/2 WriteVerboseLine/1 WriteWarningLine/1'
    'System.Management.Automation.InvocationInfo' = 'BoundParameters CommandOrigin DisplayScriptPosition ExpectingInput HistoryId InvocationName Line MyCommand OffsetInLine PipelineLength PipelinePosition PositionMessage PSCommandPath PSScriptRoot ScriptLineNumber ScriptName UnboundArguments'
    'System.Management.Automation.ItemNotFoundException' = 'new/0 new/1 new/2 Data ErrorRecord GetBaseException/0 InnerException ItemName Message SessionStateCategory'
    'System.Management.Automation.Language.NullString' = '::Value'
    'System.Management.Automation.Language.Parser' = '::ParseFile/3 ::ParseInput/3'
    'System.Management.Automation.MethodInvocationException' = 'new/0 new/1 new/2 Data ErrorRecord GetBaseException/0 InnerException Message'
    'System.Management.Automation.PathIntrinsics' = 'Combine/2 CurrentFileSystemLocation CurrentLocation CurrentProviderLocation/1 GetResolvedProviderPathFromProviderPath/2 GetResolvedProviderPathFromPSPath/2 GetResolvedPSPathFromPSPath/1 GetUnresolvedProviderPathFromPSPath/1 GetUnresolvedProviderPathFromPSPath/3 IsProviderQualified/1 IsPSAbsolute/2 IsValid/1 LocationStack/1 NormalizeRelativePath/2 ParseChildName/1 ParseParent/2 PopLocation/1 PushCurrentLocation/1 SetDefaultLocationStack/1 SetLocation/1'
    'System.Management.Automation.PipelineStoppedException' = 'new/0 new/1 new/2 Data ErrorRecord InnerException Message'
    'System.Management.Automation.PowerShell' = '::Create/0 ::Create/1 AddArgument/1 AddCommand/1 AddCommand/2 AddParameter/1 AddParameter/2 AddParameters/1 AddScript/1 AddScript/2 AddStatement/0 BeginInvoke/0 BeginInvoke/1 BeginInvoke/2 Commands Dispose/0 EndInvoke/1 HadErrors Invoke/0 Invoke/1 Runspace RunspacePool Stop/0 Streams'
    'System.Management.Automation.PSCmdlet' = '::CommonParameters CommandRuntime CurrentProviderLocation/1 GetResolvedProviderPathFromPSPath/2 GetUnresolvedProviderPathFromPSPath/1 GetVariableValue/1 GetVariableValue/2 Host InvokeCommand InvokeProvider MyInvocation PagingParameters ParameterSetName SessionState ShouldContinue/2 ShouldContinue/4 ShouldProcess/1 ShouldProcess/2 ShouldProcess/3 ShouldProcess/4 Stopping ThrowTerminatingError/1 WriteCommandDetail/1 WriteDebug/1 WriteError/1 WriteObject/1 WriteObject/2 WriteProgress/1 WriteVerbose/1 WriteWarning/1'
    'System.Management.Automation.PSCredential' = 'new/2 ::Empty GetNetworkCredential/0 Password UserName'
    'System.Management.Automation.PSCustomObject' = ''
    'System.Management.Automation.PSObject' = 'new/0 new/1 ::AsPSObject/1 BaseObject Copy/0 ImmediateBaseObject Members Methods Properties TypeNames'
    'System.Management.Automation.PSReference' = 'new/1 Value'
    'System.Management.Automation.PSModuleInfo' = 'Description ExportedAliases ExportedCommands ExportedFunctions ExportedVariables Guid Invoke/2 ModuleBase ModuleType Name NewBoundScriptBlock/1 Path PrivateData SessionState Version'
    'System.Management.Automation.PSVariable' = 'new/1 new/2 new/3 Attributes Description Name Options Value Visibility'
    'System.Management.Automation.ProgressRecord' = 'new/3 Activity ActivityId CurrentOperation ParentActivityId PercentComplete RecordType SecondsRemaining StatusDescription'
    'System.Management.Automation.Runspaces.Runspace' = '::DefaultRunspace Close/0 Dispose/0 Open/0 OpenAsync/0 SessionStateProxy'
    'System.Management.Automation.Runspaces.RunspaceFactory' = '::CreateRunspace/0 ::CreateRunspace/1 ::CreateRunspace/2 ::CreateRunspacePool/0 ::CreateRunspacePool/2'
    'System.Management.Automation.RuntimeException' = 'new/0 new/1 new/2 Data ErrorRecord GetBaseException/0 InnerException Message'
    'System.Management.Automation.ScriptBlock' = '::Create/1 Ast Attributes CheckRestrictedLanguage/3 File GetNewClosure/0 GetSteppablePipeline/0 GetSteppablePipeline/1 Invoke/0+ InvokeReturnAsIs/0+ IsFilter Module StartPosition'
    'System.Management.Automation.SessionState' = 'new/0 Applications Drive InvokeCommand InvokeProvider LanguageMode Module Path Provider PSVariable Scripts'
    'System.Management.Automation.SessionStateException' = 'new/0 new/1 new/2 Data ErrorRecord InnerException ItemName Message'
    'System.Management.Automation.SwitchParameter' = 'new/1 ::Present IsPresent ToBool/0'
    'System.Management.Automation.VerboseRecord' = 'new/1 InvocationInfo Message PipelineIterationInfo'
    'System.Management.Automation.WildcardPattern' = 'new/1 new/2 ::ContainsWildcardCharacters/1 ::Escape/1 ::Unescape/1 IsMatch/1 ToWql/0'
    'Microsoft.Management.Infrastructure.CimInstance' = 'CimClass CimInstanceProperties CimSystemProperties'
}
# What the type data of 3.0 adds to types of .NET.
$script:CompatibilityExtended = @{
    'System.Array' = 'Count'
    'System.DateTime' = 'DateTime'
    'System.Diagnostics.Process' = 'Name', 'Handles', 'VM', 'WS', 'PM', 'NPM', 'Path', 'Company', 'CPU', 'FileVersion', 'ProductVersion', 'Description', 'Product'
    'System.IO.FileSystemInfo' = 'BaseName', 'Mode', 'PSChildName', 'PSDrive', 'PSIsContainer', 'PSParentPath', 'PSPath', 'PSProvider', 'VersionInfo'
}
