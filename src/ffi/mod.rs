//! The exported functions. Each checks its pointers, calls one request of `api` inside the panic boundary and hands
//! the buffer over. No business logic; this folder is one of the two places where `unsafe` is allowed.
#![allow(unsafe_code)]

mod boundary;
mod buffer;

pub use buffer::UcBuffer;

use crate::api;
use boundary::respond;

/// The version of this interface. A caller that was built for another number must not call anything else.
pub const UC_ABI_VERSION: u32 = 2;

/// Returns the version of this interface: `UC_ABI_VERSION` of the header that the library was built with.
///
/// Never fails. Any thread may call it at any time.
#[unsafe(no_mangle)]
pub extern "C" fn uc_abi_version() -> u32 {
    UC_ABI_VERSION
}

/// Frees the response of one call and makes the buffer empty.
///
/// `buffer` may be NULL. A buffer that is empty, or was freed before, is left alone, so freeing twice is harmless;
/// a *copy* of a buffer must not be freed as well. Any thread may free a buffer that no other thread uses.
///
/// # Safety
///
/// `buffer` is NULL, or points to a buffer that a function of this library filled or whose fields are all zero.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_buffer_free(buffer: *mut UcBuffer) {
    // SAFETY: the caller passes NULL or a buffer of ours, as the contract above says.
    if let Some(buffer) = unsafe { buffer.as_mut() } {
        // SAFETY: the fields are ours or zero; `release` leaves them zero.
        unsafe { buffer.release() };
    }
}

/// Reads the settings of a configuration file as .NET sees them, and what is wrong with it. Changes nothing.
///
/// Request `{"path": "...", "location"?: "...", "skipValueCheck"?: true, "facts"?: [{"name": "...", "text": "..."}],
/// "computer"?: "...", "sizeLimit"?: n, "culture"?: "fr-FR"}`; the response has `path`, `encoding`, `bom`, `newline`,
/// `mixedNewlines`, `sha256`, `locations`, `settings` and `problems` (`docs/schema/config_read.response.json`).
///
/// The values of `IMCertificateThumbprint` and `IMServerName` are looked at unless `skipValueCheck` is true. With `facts`,
/// the certificate and the pool that they name have to be there.
///
/// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
/// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
/// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
/// Returns 0, a status that every function returns, or `UC_STATUS_DOCUMENT_TOO_LARGE`, `UC_STATUS_XML_MALFORMED`,
/// `UC_STATUS_ENCODING_UNSUPPORTED`, `UC_STATUS_ENCODING_MISMATCH`, `UC_STATUS_ENCODING_INVALID`,
/// `UC_STATUS_DTD_FORBIDDEN`, `UC_STATUS_SECTION_ENCRYPTED`, `UC_STATUS_SECTION_DUPLICATED`,
/// `UC_STATUS_UNEXPECTED_ROOT`, `UC_STATUS_LOCATION_NOT_FOUND`, `UC_STATUS_FILE_NOT_FOUND`,
/// `UC_STATUS_DIRECTORY_NOT_FOUND`, `UC_STATUS_ACCESS_DENIED`, `UC_STATUS_FILE_IN_USE`, `UC_STATUS_PATH_TOO_LONG`,
/// `UC_STATUS_PATH_INVALID`, `UC_STATUS_NOT_A_FILE`, `UC_STATUS_LOCK_TIMEOUT`, `UC_STATUS_FILE_FAILED`, or, with `facts`,
/// `UC_STATUS_FACTS_NOT_JSON`, `UC_STATUS_FACTS_VERSION` or `UC_STATUS_FACTS_INVALID`. Any number of threads may call it
/// at once.
///
/// # Safety
///
/// The pointers are NULL or valid as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_config_read(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<api::config::ReadRequest>(request, request_len, response) }
}

/// Changes keys of a configuration file in one edit: all of them or none, and no byte besides.
///
/// Request `{"path": "...", "changes": [{"op": "set", "key": "...", "value": "..."}, {"op": "remove", "key": "..."}],
/// "location"?, "dryRun"?, "skipValueCheck"?, "backup"?: {"enabled"?, "directory"?, "keep"?}, "reason"?,
/// "expectedSha256"?, "sizeLimit"?, "culture"?}`; the response has `path`, `changed`, `dryRun`, `changes`, `diff`,
/// `backupId`, `sha256Before`, `sha256After` and `problems` (`docs/schema/config_apply.response.json`). Nothing is
/// written, and no backup is made, if nothing changes or `dryRun` is true.
///
/// The value of `IMCertificateThumbprint` must be a thumbprint, and that of `IMServerName` a fully qualified name. What
/// does not belong to it is left out and told in `changes`; a value that cannot be right is refused
/// (`UC_STATUS_VALUE_REJECTED`), unless `skipValueCheck` is true. Of other keys `changes` tells what nobody sees in them.
///
/// Backups go to `directory`, else to the folder that the environment variable `UC_BACKUP_DIRECTORY` names, else to
/// `%ProgramData%\UcIntegration\Backups` (on Linux `uc-integration/backups` below the XDG state folder). A folder that
/// is made for them is for the system, the administrators and the account that made it (on Linux for the account); one
/// that exists keeps its access rights. The newest `keep` of each file stay, 50 unless said otherwise, all with 0. If no
/// backup can be made, nothing is edited (`UC_STATUS_BACKUP_DIRECTORY_UNAVAILABLE`, or `UC_STATUS_DISK_FULL`).
///
/// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
/// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
/// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
/// Returns 0, a status that every function returns, or `UC_STATUS_KEY_INVALID`, `UC_STATUS_VALUE_INVALID`,
/// `UC_STATUS_CHANGE_CONFLICT`, `UC_STATUS_VALUE_REJECTED`, `UC_STATUS_DOCUMENT_TOO_LARGE`, `UC_STATUS_XML_MALFORMED`,
/// `UC_STATUS_ENCODING_UNSUPPORTED`, `UC_STATUS_ENCODING_MISMATCH`, `UC_STATUS_ENCODING_INVALID`,
/// `UC_STATUS_DTD_FORBIDDEN`, `UC_STATUS_SECTION_ENCRYPTED`, `UC_STATUS_SECTION_DUPLICATED`,
/// `UC_STATUS_UNEXPECTED_ROOT`, `UC_STATUS_LOCATION_NOT_FOUND`, `UC_STATUS_SECTION_EXTERNAL`,
/// `UC_STATUS_SECTION_AMBIGUOUS`, `UC_STATUS_FILE_NOT_FOUND`, `UC_STATUS_DIRECTORY_NOT_FOUND`,
/// `UC_STATUS_ACCESS_DENIED`, `UC_STATUS_FILE_IN_USE`, `UC_STATUS_PATH_TOO_LONG`, `UC_STATUS_PATH_INVALID`,
/// `UC_STATUS_NOT_A_FILE`, `UC_STATUS_LOCK_TIMEOUT`, `UC_STATUS_FILE_FAILED`, `UC_STATUS_FILE_READ_ONLY`,
/// `UC_STATUS_DISK_FULL`, `UC_STATUS_FILE_CHANGED`, `UC_STATUS_FILE_HAS_HARD_LINKS` or
/// `UC_STATUS_BACKUP_DIRECTORY_UNAVAILABLE`. Any number of threads and processes may call it at once: edits of one file
/// wait for each other.
///
/// # Safety
///
/// The pointers are NULL or valid as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_config_apply(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<api::config::ApplyRequest>(request, request_len, response) }
}

/// Lists the backups of one file, or of all files, newest first. Damaged ones are listed as problems.
///
/// Request `{"path"?: "...", "directory"?: "...", "culture"?}`; the response has `directory`, `backups` and `problems`
/// (`docs/schema/backup_list.response.json`).
///
/// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
/// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
/// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
/// Returns 0, a status that every function returns, or `UC_STATUS_BACKUP_DIRECTORY_UNAVAILABLE`,
/// `UC_STATUS_ACCESS_DENIED`, `UC_STATUS_PATH_TOO_LONG`, `UC_STATUS_PATH_INVALID`, `UC_STATUS_NOT_A_FILE` or
/// `UC_STATUS_FILE_FAILED`. Any number of threads may call it at once.
///
/// # Safety
///
/// The pointers are NULL or valid as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_backup_list(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<api::backup::ListRequest>(request, request_len, response) }
}

/// Brings the content of a backup back, after a backup of what it replaces; a file that was deleted is written anew.
///
/// Request `{"path": "...", "id": "...", "directory"?, "dryRun"?, "reason"?, "keep"?,
/// "expectedSha256"?, "culture"?}`; the response has `path`, `id`, `changed`, `dryRun`,
/// `diff`, `backupId`, `sha256Before` and `sha256After`
/// (`docs/schema/backup_restore.response.json`).
///
/// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
/// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
/// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
/// Returns 0, a status that every function returns, or `UC_STATUS_BACKUP_NOT_FOUND`, `UC_STATUS_BACKUP_DAMAGED`,
/// `UC_STATUS_FILE_NOT_FOUND`, `UC_STATUS_DIRECTORY_NOT_FOUND`, `UC_STATUS_ACCESS_DENIED`, `UC_STATUS_FILE_IN_USE`,
/// `UC_STATUS_PATH_TOO_LONG`, `UC_STATUS_PATH_INVALID`, `UC_STATUS_NOT_A_FILE`, `UC_STATUS_LOCK_TIMEOUT`,
/// `UC_STATUS_FILE_FAILED`, `UC_STATUS_FILE_READ_ONLY`, `UC_STATUS_DISK_FULL`, `UC_STATUS_FILE_CHANGED`,
/// `UC_STATUS_FILE_HAS_HARD_LINKS` or `UC_STATUS_BACKUP_DIRECTORY_UNAVAILABLE`. Any number of threads and processes may
/// call it at once.
///
/// # Safety
///
/// The pointers are NULL or valid as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_backup_restore(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<api::backup::RestoreRequest>(request, request_len, response) }
}

/// Deletes all but the newest backups of each file.
///
/// Request `{"keep": n, "path"?: "...", "directory"?, "dryRun"?, "culture"?}`; the response has `removed` and `kept`
/// (`docs/schema/backup_prune.response.json`).
///
/// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
/// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
/// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
/// Returns 0, a status that every function returns, or `UC_STATUS_BACKUP_DIRECTORY_UNAVAILABLE`,
/// `UC_STATUS_ACCESS_DENIED`, `UC_STATUS_PATH_TOO_LONG`, `UC_STATUS_PATH_INVALID`, `UC_STATUS_NOT_A_FILE`,
/// `UC_STATUS_FILE_FAILED` or `UC_STATUS_FILE_IN_USE`. Any number of threads and processes may call it at once.
///
/// # Safety
///
/// The pointers are NULL or valid as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_backup_prune(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<api::backup::PruneRequest>(request, request_len, response) }
}

/// Checks a value that administrators type or paste: a thumbprint, a name, an address, a port, a URL. Asks no other
/// machine.
///
/// Request `{"kind": "Thumbprint", "value": "...", "culture"?}`, kind being `Thumbprint`, `Fqdn`, `SipAddress`,
/// `SipDomain`, `ApplicationId`, `Port`, `Url`, `AutodiscoverUrl`, `MetadataUrl` or `DialPlan`; the response has `kind`, `valid`,
/// `normalized` and `problems`. A value that is wrong is not an error of the call
/// (`docs/schema/value_check.response.json`).
///
/// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
/// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
/// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
/// Returns 0, or a status that every function returns. Any number of threads may call it at once.
///
/// # Safety
///
/// The pointers are NULL or valid as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_value_check(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<api::value::ValueCheck>(request, request_len, response) }
}

/// Checks whether a certificate suits a purpose of the integration. Looks at what it is given only: neither a store nor
/// another machine is asked, and signatures are not verified.
///
/// Request `{"purpose": "OwaIm", "certificate": "<DER in Base64>", "fqdns"?: ["..."], "sipDomains"?: ["..."],
/// "now": "2026-03-01T21:00:00Z", "hasPrivateKey"?: true, "isCngKey"?: false, "chain"?: ["<DER in Base64>"], "culture"?}`,
/// purpose being `OwaIm`, `OAuth` or `UnifiedMessaging`; the response has `purpose`, `valid`, `certificate` (what it says)
/// and `findings` (`docs/schema/certificate_check.response.json`). A certificate that does not suit is not an error of the
/// call; bytes that are no certificate are (`UC_STATUS_CERTIFICATE_INVALID`, `UC_STATUS_CERTIFICATE_TRAILING`).
///
/// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
/// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
/// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
/// Returns 0, a status that every function returns, or `UC_STATUS_CERTIFICATE_INVALID` or
/// `UC_STATUS_CERTIFICATE_TRAILING`. Any number of threads may call it at once.
///
/// # Safety
///
/// The pointers are NULL or valid as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_certificate_check(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<api::certificate::CheckRequest>(request, request_len, response) }
}

/// Lists the rules that an integration is checked by: what each demands, why, how to fix a failure, and where it is
/// taken from. Reads no file.
///
/// Request `{"scenario"?: "OwaIm", "symptom"?: "...", "culture"?: "fr-FR"}`; the response has `rules`
/// (`docs/schema/rules_list.response.json`). With a symptom, only those that explain it, the best first; there may be none.
///
/// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
/// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
/// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
/// Returns 0, or a status that every function returns. Any number of threads may call it at once.
///
/// # Safety
///
/// The pointers are NULL or valid as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_rules_list(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<api::estate::ListRequest>(request, request_len, response) }
}

/// Lists the facts that the rules of scenarios ask for, so that nothing else is collected. Reads no file.
///
/// Request `{"scenarios"?: ["OwaIm"], "culture"?: "fr-FR"}`, all scenarios if none is named; the response has `facts`
/// (`docs/schema/facts_list.response.json`), the places in a document of facts.
///
/// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
/// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
/// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
/// Returns 0, or a status that every function returns. Any number of threads may call it at once.
///
/// # Safety
///
/// The pointers are NULL or valid as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_facts_list(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<api::estate::NeededRequest>(request, request_len, response) }
}

/// Lists what a version of Lync and a version of Exchange can do together, on which condition, and who says so. Reads no
/// file.
///
/// Request `{"lync"?: "2007R2" | "2010" | "2013" | "2015" | "2019" | "SE", "exchange"?: "2007" | "2010" | "2013" |
/// "2016" | "2019" | "SE" | "Online", "feature"?: "OwaIm", "culture"?: "fr-FR"}`; the response has `rows`
/// (`docs/schema/support_list.response.json`), all of them if nothing is named.
///
/// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
/// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
/// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
/// Returns 0, or a status that every function returns. Any number of threads may call it at once.
///
/// # Safety
///
/// The pointers are NULL or valid as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_support_list(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<api::estate::SupportRequest>(request, request_len, response) }
}

/// Checks an integration by documents of facts. Reads no file and asks no server: the documents are in the request.
///
/// Request `{"facts": [{"name": "...", "text": "..."}], "now": "2026-03-01T21:00:00Z", "scenarios"?: ["OwaIm"],
/// "settings"?: {"imServerName"?, "thumbprint"?, "applicationId"?, "applicationPort"?, "servers"?, "disable"?},
/// "culture"?}`, where each `text` is a document of the form `docs/schema/facts.json`; the response has `findings` and
/// `summary` (`docs/schema/estate_check.response.json`). A fact that was not collected makes a finding `Unknown`, never
/// `Pass`.
///
/// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
/// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
/// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
/// Returns 0, a status that every function returns, or `UC_STATUS_FACTS_NOT_JSON`, `UC_STATUS_FACTS_VERSION` or
/// `UC_STATUS_FACTS_INVALID`. Any number of threads may call it at once.
///
/// # Safety
///
/// The pointers are NULL or valid as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_estate_check(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<api::estate::CheckRequest>(request, request_len, response) }
}

/// Makes the plan that fixes what `uc_estate_check` finds: ordered steps with their inverses, and what must be
/// fixed manually. Runs nothing.
///
/// Request: that of `uc_estate_check`; the response is a plan (`docs/schema/plan.json`), whose texts are in the
/// requested language.
///
/// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
/// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
/// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
/// Returns 0, a status that every function returns, or `UC_STATUS_FACTS_NOT_JSON`, `UC_STATUS_FACTS_VERSION` or
/// `UC_STATUS_FACTS_INVALID`. Any number of threads may call it at once.
///
/// # Safety
///
/// The pointers are NULL or valid as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_plan_create(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<api::estate::CreateRequest>(request, request_len, response) }
}

/// Reads a plan that was kept in a file, and refuses one with commands that no plan of this library has.
///
/// Request `{"plan": {"name": "...", "text": "..."}, "culture"?: "fr-FR"}`; the response is the plan
/// (`docs/schema/plan.json`).
///
/// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
/// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
/// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
/// Returns 0, a status that every function returns, or `UC_STATUS_PLAN_INVALID`. Any number of threads may call it at
/// once.
///
/// # Safety
///
/// The pointers are NULL or valid as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_plan_read(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<api::estate::ReadRequest>(request, request_len, response) }
}

/// Turns a plan into scripts, one for each stage, which run without this library on PowerShell 3.0. Refuses a plan with
/// commands that no plan of this library has. Runs nothing and writes no file.
///
/// Request `{"plan": {"name": "...", "text": "..."}, "culture"?: "fr-FR"}`; the response has `id` and `scripts`, each with
/// `stage`, `shell`, `machine`, `fileName` and `text` (`docs/schema/plan_render.response.json`). Write a text as UTF-8
/// with a byte order mark.
///
/// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
/// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
/// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
/// Returns 0, a status that every function returns, or `UC_STATUS_PLAN_INVALID`. Any number of threads may call it at
/// once.
///
/// # Safety
///
/// The pointers are NULL or valid as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_plan_render(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<api::estate::RenderRequest>(request, request_len, response) }
}

/// Checks and plans as `uc_estate_check` and `uc_plan_create` do, and answers one page of HTML for people: the result,
/// a picture of the estate, findings with their evidence, what is not known, the plan. Reads and writes no file.
///
/// Request: that of `uc_estate_check`, with `"plan"?: false` for a page without the plan and `"title"?: "..."`; the
/// response has `html` (`docs/schema/report_render.response.json`), to be written as UTF-8. The page needs no other file
/// and no script, and no value of a fact becomes markup in it.
///
/// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
/// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
/// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
/// Returns 0, a status that every function returns, or `UC_STATUS_FACTS_NOT_JSON`, `UC_STATUS_FACTS_VERSION` or
/// `UC_STATUS_FACTS_INVALID`. Any number of threads may call it at once.
///
/// # Safety
///
/// The pointers are NULL or valid as said above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_report_render(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<api::estate::ReportRequest>(request, request_len, response) }
}

/// Panics, to show that no panic leaves the library. Exists in test builds only.
///
/// # Safety
///
/// The pointers are as for every other function.
#[cfg(feature = "test-hooks")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_test_panic(request: *const u8, request_len: usize, response: *mut UcBuffer) -> i32 {
    // SAFETY: the caller keeps the contract above, which is that of `respond`.
    unsafe { respond::<panicking::PanicRequest>(request, request_len, response) }
}

/// The request of `uc_test_panic`.
#[cfg(feature = "test-hooks")]
mod panicking {
    use crate::api::Request;
    use crate::error::Result;
    use crate::l10n::Culture;

    #[derive(serde::Deserialize)]
    pub(super) struct PanicRequest {
        message: String,
    }

    impl Request for PanicRequest {
        type Response = ();

        fn handle(self, _: Culture) -> Result<()> {
            panic!("{}", self.message)
        }
    }
}
