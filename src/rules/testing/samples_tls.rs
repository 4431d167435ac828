//! What the registry of a machine says of TLS, for the tests of rules. Checks nothing.

use serde_json::{Value, json};

const SCHANNEL: &str = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols";

/// The fact of a machine with a build of Windows and these values: each with its key and name, below SCHANNEL unless it
/// begins with HKLM.
pub(crate) fn tls(build: Option<u32>, values: &[(&str, u32)]) -> Value {
    let values: Vec<Value> = values
        .iter()
        .map(|(path, value)| {
            let (key, name) = path.rsplit_once('\\').unwrap();
            let key = if key.starts_with("HKLM") { key.to_owned() } else { format!("{SCHANNEL}\\{key}") };
            json!({ "key": key, "name": name, "value": value })
        })
        .collect();
    let settings = json!([{ "windowsBuild": build, "values": values }]);
    json!({ "command": "test", "time": "2026-03-01T21:00:00Z", "values": settings })
}

/// A machine that tells nothing else.
pub(crate) fn tls_machine(build: Option<u32>, values: &[(&str, u32)]) -> Value {
    json!({ "tls": tls(build, values) })
}

/// The values that turn a protocol off on both sides.
pub(crate) fn off(protocol: &'static str) -> [(&'static str, u32); 2] {
    match protocol {
        "TLS 1.0" => [("TLS 1.0\\Client\\Enabled", 0), ("TLS 1.0\\Server\\Enabled", 0)],
        "TLS 1.1" => [("TLS 1.1\\Client\\Enabled", 0), ("TLS 1.1\\Server\\Enabled", 0)],
        _ => [("TLS 1.2\\Client\\Enabled", 0), ("TLS 1.2\\Server\\Enabled", 0)],
    }
}

/// What the documents ask for: TLS 1.2 alone, for programs of .NET Framework too.
pub(crate) fn modern() -> Value {
    let dotnet = ["HKLM\\SOFTWARE\\Microsoft\\.NETFramework", "HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework"];
    let names = ["SchUseStrongCrypto", "SystemDefaultTlsVersions"];
    let dotnet: Vec<String> =
        dotnet.iter().flat_map(|key| names.iter().map(move |name| format!("{key}\\v4.0.30319\\{name}"))).collect();
    let mut values = [off("TLS 1.0"), off("TLS 1.1")].concat();
    values.extend(dotnet.iter().map(|path| (path.as_str(), 1)));
    tls(Some(17763), &values)
}
