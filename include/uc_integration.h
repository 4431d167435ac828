/*
 * uc_integration.h: the C interface of UcIntegration.
 *
 * WHAT IT IS
 *
 * The library reads and edits the appSettings of .NET configuration files (the web.config of Exchange above all)
 * so that an edit changes the bytes of the edit and nothing else, keeps backups of what it replaces, and checks the
 * values that an integration of Exchange with Lync Server or Skype for Business Server needs. The PowerShell module
 * UcIntegration is its best known caller; this header is all that another one needs.
 *
 * ONE SHAPE
 *
 * Except for uc_abi_version and uc_buffer_free, every function is
 *
 *     int32_t uc_noun_verb(const uint8_t *request, size_t request_len, UcBuffer *response);
 *
 * `request` is a JSON object, `request_len` its length in bytes, `response` receives a JSON object. The fields are
 * listed at each function; docs/schema holds the same as JSON Schema. Field names are camelCase. A request with a
 * field that its function does not know is refused and the field is named, so a misspelt option is never ignored.
 * Every request may have a field "culture": a .NET culture name such as "fr-FR" chooses the language of the texts
 * (English and French; anything else is answered in English).
 *
 * The return value is a UcStatus: 0 on success, otherwise what went wrong. The error travels in the response of the
 * same call, never in global state:
 *
 *     {"code":201,"name":"XmlMalformed","message":"The file is ...","path":"C:\\...\\web.config",
 *      "line":12,"column":5,"offset":345,"hint":"..."}
 *
 * `code`, `name` and `message` are always there, the rest where it is known. Numbers and names are stable; messages
 * are sentences for people and may change.
 *
 * STATUSES
 *
 * Every function with a request returns UC_STATUS_REQUEST_NULL, UC_STATUS_REQUEST_NOT_UTF8, UC_STATUS_REQUEST_NOT_JSON,
 * UC_STATUS_REQUEST_INVALID or UC_STATUS_REQUEST_TOO_LARGE for a request that it cannot read, and UC_STATUS_PANIC or
 * UC_STATUS_INTERNAL for a fault of its own. Each names the others that it returns.
 *
 * TEXT
 *
 * Requests and responses are UTF-8 without a byte order mark and without a terminating zero; lengths are in bytes.
 * A request that is not UTF-8 is an error, not a crash. Requests are limited to 256 MiB.
 *
 * MEMORY
 *
 * The request belongs to the caller and is only read during the call. The response belongs to the caller too, but it
 * was allocated by the library: give it back with uc_buffer_free, once, and never with free(). A UcBuffer starts as
 * all zero; a call overwrites what it holds without freeing it, so free it before you use it again. After an error
 * the response holds the error and must be freed as well. `request` may be NULL only to be told so (101). With
 * `response` NULL nothing is done, and 101 is returned.
 *
 * THREADS
 *
 * Any thread may call any function at any time; no function keeps anything between two calls. Two threads must not
 * use one UcBuffer at the same time. Writers of one file wait for each other, also across processes.
 *
 * FAULTS
 *
 * No exception and no panic crosses this border: a fault of the library is UC_STATUS_PANIC. Whenever the process
 * ends, a file being edited is the old one or the new one, whole.
 *
 * VERSIONS
 *
 * Call uc_abi_version first, and nothing else if it does not return UC_ABI_VERSION. Within one number functions,
 * request fields and response fields may be added, never removed or given another meaning; so ignore response
 * fields that you do not know.
 *
 * EXAMPLE
 *
 *     #include "uc_integration.h"
 *     #include <stdio.h>
 *     #include <string.h>
 *
 *     int main(void)
 *     {
 *         const char *request = "{\"path\":\"web.config\"}";
 *         UcBuffer response = {0};
 *         int32_t status;
 *
 *         if (uc_abi_version() != UC_ABI_VERSION)
 *             return 1;
 *         status = uc_config_read((const uint8_t *)request, strlen(request), &response);
 *         fwrite(response.data, 1, response.len, stdout);
 *         uc_buffer_free(&response);
 *         return status == UC_STATUS_OK ? 0 : 1;
 *     }
 *
 * Link with uc_integration.dll (Windows) or libuc_integration.so (Linux). Licence: MIT OR Apache-2.0.
 */


#ifndef UC_INTEGRATION_H
#define UC_INTEGRATION_H

/* Generated from the Rust sources by build.rs (cbindgen). Do not edit: `cargo xtask header` writes it again. */

#include <stddef.h>
#include <stdint.h>

// The version of this interface. A caller that was built for another number must not call anything else.
#define UC_ABI_VERSION 2

// What a function of the library returns: 0 for success, otherwise what went wrong. Numbers are grouped: 100 the
// caller's request, 200 the configuration document, 300 files and backups, 400 facts and plans,
// 500 certificates, 900 the library itself.
enum UcStatus
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // The call did what it says.
    UC_STATUS_OK = 0,
    // `request` or `response` is NULL. Without a response buffer there is no JSON error either.
    UC_STATUS_REQUEST_NULL = 101,
    // The request is not UTF-8.
    UC_STATUS_REQUEST_NOT_UTF8 = 102,
    // The request is not JSON, or is nested too deeply; the error has line and column.
    UC_STATUS_REQUEST_NOT_JSON = 103,
    // The request is JSON but not this function's request: an unknown, missing or mistyped field, which is named.
    UC_STATUS_REQUEST_INVALID = 104,
    // The request is longer than the limit of 256 MiB.
    UC_STATUS_REQUEST_TOO_LARGE = 105,
    // A key that the document cannot hold: it has a character that XML forbids.
    UC_STATUS_KEY_INVALID = 106,
    // A value that the document cannot hold: it has a character that XML forbids.
    UC_STATUS_VALUE_INVALID = 107,
    // One request changes the same key twice.
    UC_STATUS_CHANGE_CONFLICT = 108,
    // A value that its key cannot have: a wrong thumbprint, or what is no name of a server; the reason is told.
    UC_STATUS_VALUE_REJECTED = 109,
    // The document is not well-formed XML; the error has line and column.
    UC_STATUS_XML_MALFORMED = 201,
    // The document is in an encoding that this library or .NET does not read.
    UC_STATUS_ENCODING_UNSUPPORTED = 202,
    // The XML declaration contradicts the bytes of the document.
    UC_STATUS_ENCODING_MISMATCH = 203,
    // The document has bytes that are not text in its encoding, or that would not survive being read and written.
    UC_STATUS_ENCODING_INVALID = 204,
    // The document has a document type declaration (DTD).
    UC_STATUS_DTD_FORBIDDEN = 205,
    // The section is encrypted (`configProtectionProvider`).
    UC_STATUS_SECTION_ENCRYPTED = 206,
    // The section is in another file (`configSource`), which is named.
    UC_STATUS_SECTION_EXTERNAL = 207,
    // The section stands in the document twice.
    UC_STATUS_SECTION_DUPLICATED = 208,
    // The root element is neither `configuration` nor `appSettings`, or is in a foreign namespace.
    UC_STATUS_UNEXPECTED_ROOT = 209,
    // The document has no `location` element with this path.
    UC_STATUS_LOCATION_NOT_FOUND = 210,
    // The document is larger than the size limit.
    UC_STATUS_DOCUMENT_TOO_LARGE = 211,
    // The section has content for which the place or the meaning of an edit is in doubt.
    UC_STATUS_SECTION_AMBIGUOUS = 212,
    // The file does not exist.
    UC_STATUS_FILE_NOT_FOUND = 301,
    // The folder of the file does not exist.
    UC_STATUS_DIRECTORY_NOT_FOUND = 302,
    // The account may not read or write the file or its folder.
    UC_STATUS_ACCESS_DENIED = 303,
    // The file has the read-only attribute.
    UC_STATUS_FILE_READ_ONLY = 304,
    // Another process has the file open in a way that excludes us.
    UC_STATUS_FILE_IN_USE = 305,
    // The disk is full.
    UC_STATUS_DISK_FULL = 306,
    // The path is longer than the system takes.
    UC_STATUS_PATH_TOO_LONG = 307,
    // The path is empty or cannot be the name of a file.
    UC_STATUS_PATH_INVALID = 308,
    // The path names a directory or another thing that is not a file.
    UC_STATUS_NOT_A_FILE = 309,
    // The file changed between reading and replacing; the other writer's version was kept.
    UC_STATUS_FILE_CHANGED = 310,
    // Another writer of this library holds the file.
    UC_STATUS_LOCK_TIMEOUT = 311,
    // The file has other names (hard links) that a replacement would leave behind.
    UC_STATUS_FILE_HAS_HARD_LINKS = 312,
    // Any other failure of the file system.
    UC_STATUS_FILE_FAILED = 313,
    // The backup folder cannot be written; nothing was edited.
    UC_STATUS_BACKUP_DIRECTORY_UNAVAILABLE = 321,
    // There is no backup with this id for this file.
    UC_STATUS_BACKUP_NOT_FOUND = 322,
    // The backup is damaged: its content does not have the hash of its manifest, or the manifest cannot be read.
    UC_STATUS_BACKUP_DAMAGED = 323,
    // A document of facts is not JSON, or is cut off; the error has line and column.
    UC_STATUS_FACTS_NOT_JSON = 401,
    // A document of facts is of another version, or none at all.
    UC_STATUS_FACTS_VERSION = 402,
    // A document of facts has an unknown, missing or mistyped field, which is named.
    UC_STATUS_FACTS_INVALID = 403,
    // A plan is of another version, or has something in it that this library would not have put there.
    UC_STATUS_PLAN_INVALID = 411,
    // The bytes are not an X.509 certificate in DER: cut off, in other rules, or something else.
    UC_STATUS_CERTIFICATE_INVALID = 501,
    // There are bytes after the end of a certificate.
    UC_STATUS_CERTIFICATE_TRAILING = 502,
    // The library failed on its own account (a panic); nothing was written half.
    UC_STATUS_PANIC = 901,
    // The library found its own result wrong and did not write it.
    UC_STATUS_INTERNAL = 902,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum UcStatus UcStatus;
#else
typedef int32_t UcStatus;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// Bytes that the library hands to its caller. Start with all fields zero (`UcBuffer b = {0};`).
//
// After a call, `data` points to `len` bytes of UTF-8 JSON without a terminating zero. The caller owns them and gives
// them back with `uc_buffer_free`, and only with that. `capacity` belongs to the library.
typedef struct UcBuffer {
    // First byte, or NULL when the buffer is empty.
    uint8_t *data;
    // Number of bytes.
    size_t len;
    // For the library's own use; do not change it.
    size_t capacity;
} UcBuffer;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Returns the version of this interface: `UC_ABI_VERSION` of the header that the library was built with.
//
// Never fails. Any thread may call it at any time.
uint32_t uc_abi_version(void);

// Frees the response of one call and makes the buffer empty.
//
// `buffer` may be NULL. A buffer that is empty, or was freed before, is left alone, so freeing twice is harmless;
// a *copy* of a buffer must not be freed as well. Any thread may free a buffer that no other thread uses.
//
// The caller promises:
//
// `buffer` is NULL, or points to a buffer that a function of this library filled or whose fields are all zero.
void uc_buffer_free(struct UcBuffer *buffer);

// Reads the settings of a configuration file as .NET sees them, and what is wrong with it. Changes nothing.
//
// Request `{"path": "...", "location"?: "...", "skipValueCheck"?: true, "facts"?: [{"name": "...", "text": "..."}],
// "computer"?: "...", "sizeLimit"?: n, "culture"?: "fr-FR"}`; the response has `path`, `encoding`, `bom`, `newline`,
// `mixedNewlines`, `sha256`, `locations`, `settings` and `problems` (`docs/schema/config_read.response.json`).
//
// The values of `IMCertificateThumbprint` and `IMServerName` are looked at unless `skipValueCheck` is true. With `facts`,
// the certificate and the pool that they name have to be there.
//
// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
// Returns 0, a status that every function returns, or `UC_STATUS_DOCUMENT_TOO_LARGE`, `UC_STATUS_XML_MALFORMED`,
// `UC_STATUS_ENCODING_UNSUPPORTED`, `UC_STATUS_ENCODING_MISMATCH`, `UC_STATUS_ENCODING_INVALID`,
// `UC_STATUS_DTD_FORBIDDEN`, `UC_STATUS_SECTION_ENCRYPTED`, `UC_STATUS_SECTION_DUPLICATED`,
// `UC_STATUS_UNEXPECTED_ROOT`, `UC_STATUS_LOCATION_NOT_FOUND`, `UC_STATUS_FILE_NOT_FOUND`,
// `UC_STATUS_DIRECTORY_NOT_FOUND`, `UC_STATUS_ACCESS_DENIED`, `UC_STATUS_FILE_IN_USE`, `UC_STATUS_PATH_TOO_LONG`,
// `UC_STATUS_PATH_INVALID`, `UC_STATUS_NOT_A_FILE`, `UC_STATUS_LOCK_TIMEOUT`, `UC_STATUS_FILE_FAILED`, or, with `facts`,
// `UC_STATUS_FACTS_NOT_JSON`, `UC_STATUS_FACTS_VERSION` or `UC_STATUS_FACTS_INVALID`. Any number of threads may call it
// at once.
//
// The caller promises:
//
// The pointers are NULL or valid as said above.
int32_t uc_config_read(const uint8_t *request, size_t request_len, struct UcBuffer *response);

// Changes keys of a configuration file in one edit: all of them or none, and no byte besides.
//
// Request `{"path": "...", "changes": [{"op": "set", "key": "...", "value": "..."}, {"op": "remove", "key": "..."}],
// "location"?, "dryRun"?, "skipValueCheck"?, "backup"?: {"enabled"?, "directory"?, "keep"?}, "reason"?,
// "expectedSha256"?, "sizeLimit"?, "culture"?}`; the response has `path`, `changed`, `dryRun`, `changes`, `diff`,
// `backupId`, `sha256Before`, `sha256After` and `problems` (`docs/schema/config_apply.response.json`). Nothing is
// written, and no backup is made, if nothing changes or `dryRun` is true.
//
// The value of `IMCertificateThumbprint` must be a thumbprint, and that of `IMServerName` a fully qualified name. What
// does not belong to it is left out and told in `changes`; a value that cannot be right is refused
// (`UC_STATUS_VALUE_REJECTED`), unless `skipValueCheck` is true. Of other keys `changes` tells what nobody sees in them.
//
// Backups go to `directory`, else to the folder that the environment variable `UC_BACKUP_DIRECTORY` names, else to
// `%ProgramData%\UcIntegration\Backups` (on Linux `uc-integration/backups` below the XDG state folder). A folder that
// is made for them is for the system, the administrators and the account that made it (on Linux for the account); one
// that exists keeps its access rights. The newest `keep` of each file stay, 50 unless said otherwise, all with 0. If no
// backup can be made, nothing is edited (`UC_STATUS_BACKUP_DIRECTORY_UNAVAILABLE`, or `UC_STATUS_DISK_FULL`).
//
// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
// Returns 0, a status that every function returns, or `UC_STATUS_KEY_INVALID`, `UC_STATUS_VALUE_INVALID`,
// `UC_STATUS_CHANGE_CONFLICT`, `UC_STATUS_VALUE_REJECTED`, `UC_STATUS_DOCUMENT_TOO_LARGE`, `UC_STATUS_XML_MALFORMED`,
// `UC_STATUS_ENCODING_UNSUPPORTED`, `UC_STATUS_ENCODING_MISMATCH`, `UC_STATUS_ENCODING_INVALID`,
// `UC_STATUS_DTD_FORBIDDEN`, `UC_STATUS_SECTION_ENCRYPTED`, `UC_STATUS_SECTION_DUPLICATED`,
// `UC_STATUS_UNEXPECTED_ROOT`, `UC_STATUS_LOCATION_NOT_FOUND`, `UC_STATUS_SECTION_EXTERNAL`,
// `UC_STATUS_SECTION_AMBIGUOUS`, `UC_STATUS_FILE_NOT_FOUND`, `UC_STATUS_DIRECTORY_NOT_FOUND`,
// `UC_STATUS_ACCESS_DENIED`, `UC_STATUS_FILE_IN_USE`, `UC_STATUS_PATH_TOO_LONG`, `UC_STATUS_PATH_INVALID`,
// `UC_STATUS_NOT_A_FILE`, `UC_STATUS_LOCK_TIMEOUT`, `UC_STATUS_FILE_FAILED`, `UC_STATUS_FILE_READ_ONLY`,
// `UC_STATUS_DISK_FULL`, `UC_STATUS_FILE_CHANGED`, `UC_STATUS_FILE_HAS_HARD_LINKS` or
// `UC_STATUS_BACKUP_DIRECTORY_UNAVAILABLE`. Any number of threads and processes may call it at once: edits of one file
// wait for each other.
//
// The caller promises:
//
// The pointers are NULL or valid as said above.
int32_t uc_config_apply(const uint8_t *request, size_t request_len, struct UcBuffer *response);

// Lists the backups of one file, or of all files, newest first. Damaged ones are listed as problems.
//
// Request `{"path"?: "...", "directory"?: "...", "culture"?}`; the response has `directory`, `backups` and `problems`
// (`docs/schema/backup_list.response.json`).
//
// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
// Returns 0, a status that every function returns, or `UC_STATUS_BACKUP_DIRECTORY_UNAVAILABLE`,
// `UC_STATUS_ACCESS_DENIED`, `UC_STATUS_PATH_TOO_LONG`, `UC_STATUS_PATH_INVALID`, `UC_STATUS_NOT_A_FILE` or
// `UC_STATUS_FILE_FAILED`. Any number of threads may call it at once.
//
// The caller promises:
//
// The pointers are NULL or valid as said above.
int32_t uc_backup_list(const uint8_t *request, size_t request_len, struct UcBuffer *response);

// Brings the content of a backup back, after a backup of what it replaces; a file that was deleted is written anew.
//
// Request `{"path": "...", "id": "...", "directory"?, "dryRun"?, "reason"?, "keep"?,
// "expectedSha256"?, "culture"?}`; the response has `path`, `id`, `changed`, `dryRun`,
// `diff`, `backupId`, `sha256Before` and `sha256After`
// (`docs/schema/backup_restore.response.json`).
//
// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
// Returns 0, a status that every function returns, or `UC_STATUS_BACKUP_NOT_FOUND`, `UC_STATUS_BACKUP_DAMAGED`,
// `UC_STATUS_FILE_NOT_FOUND`, `UC_STATUS_DIRECTORY_NOT_FOUND`, `UC_STATUS_ACCESS_DENIED`, `UC_STATUS_FILE_IN_USE`,
// `UC_STATUS_PATH_TOO_LONG`, `UC_STATUS_PATH_INVALID`, `UC_STATUS_NOT_A_FILE`, `UC_STATUS_LOCK_TIMEOUT`,
// `UC_STATUS_FILE_FAILED`, `UC_STATUS_FILE_READ_ONLY`, `UC_STATUS_DISK_FULL`, `UC_STATUS_FILE_CHANGED`,
// `UC_STATUS_FILE_HAS_HARD_LINKS` or `UC_STATUS_BACKUP_DIRECTORY_UNAVAILABLE`. Any number of threads and processes may
// call it at once.
//
// The caller promises:
//
// The pointers are NULL or valid as said above.
int32_t uc_backup_restore(const uint8_t *request, size_t request_len, struct UcBuffer *response);

// Deletes all but the newest backups of each file.
//
// Request `{"keep": n, "path"?: "...", "directory"?, "dryRun"?, "culture"?}`; the response has `removed` and `kept`
// (`docs/schema/backup_prune.response.json`).
//
// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
// Returns 0, a status that every function returns, or `UC_STATUS_BACKUP_DIRECTORY_UNAVAILABLE`,
// `UC_STATUS_ACCESS_DENIED`, `UC_STATUS_PATH_TOO_LONG`, `UC_STATUS_PATH_INVALID`, `UC_STATUS_NOT_A_FILE`,
// `UC_STATUS_FILE_FAILED` or `UC_STATUS_FILE_IN_USE`. Any number of threads and processes may call it at once.
//
// The caller promises:
//
// The pointers are NULL or valid as said above.
int32_t uc_backup_prune(const uint8_t *request, size_t request_len, struct UcBuffer *response);

// Checks a value that administrators type or paste: a thumbprint, a name, an address, a port, a URL. Asks no other
// machine.
//
// Request `{"kind": "Thumbprint", "value": "...", "culture"?}`, kind being `Thumbprint`, `Fqdn`, `SipAddress`,
// `SipDomain`, `ApplicationId`, `Port`, `Url`, `AutodiscoverUrl`, `MetadataUrl` or `DialPlan`; the response has `kind`, `valid`,
// `normalized` and `problems`. A value that is wrong is not an error of the call
// (`docs/schema/value_check.response.json`).
//
// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
// Returns 0, or a status that every function returns. Any number of threads may call it at once.
//
// The caller promises:
//
// The pointers are NULL or valid as said above.
int32_t uc_value_check(const uint8_t *request, size_t request_len, struct UcBuffer *response);

// Checks whether a certificate suits a purpose of the integration. Looks at what it is given only: neither a store nor
// another machine is asked, and signatures are not verified.
//
// Request `{"purpose": "OwaIm", "certificate": "<DER in Base64>", "fqdns"?: ["..."], "sipDomains"?: ["..."],
// "now": "2026-03-01T21:00:00Z", "hasPrivateKey"?: true, "isCngKey"?: false, "chain"?: ["<DER in Base64>"], "culture"?}`,
// purpose being `OwaIm`, `OAuth` or `UnifiedMessaging`; the response has `purpose`, `valid`, `certificate` (what it says)
// and `findings` (`docs/schema/certificate_check.response.json`). A certificate that does not suit is not an error of the
// call; bytes that are no certificate are (`UC_STATUS_CERTIFICATE_INVALID`, `UC_STATUS_CERTIFICATE_TRAILING`).
//
// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
// Returns 0, a status that every function returns, or `UC_STATUS_CERTIFICATE_INVALID` or
// `UC_STATUS_CERTIFICATE_TRAILING`. Any number of threads may call it at once.
//
// The caller promises:
//
// The pointers are NULL or valid as said above.
int32_t uc_certificate_check(const uint8_t *request, size_t request_len, struct UcBuffer *response);

// Lists the rules that an integration is checked by: what each demands, why, how to fix a failure, and where it is
// taken from. Reads no file.
//
// Request `{"scenario"?: "OwaIm", "symptom"?: "...", "culture"?: "fr-FR"}`; the response has `rules`
// (`docs/schema/rules_list.response.json`). With a symptom, only those that explain it, the best first; there may be none.
//
// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
// Returns 0, or a status that every function returns. Any number of threads may call it at once.
//
// The caller promises:
//
// The pointers are NULL or valid as said above.
int32_t uc_rules_list(const uint8_t *request, size_t request_len, struct UcBuffer *response);

// Lists the facts that the rules of scenarios ask for, so that nothing else is collected. Reads no file.
//
// Request `{"scenarios"?: ["OwaIm"], "culture"?: "fr-FR"}`, all scenarios if none is named; the response has `facts`
// (`docs/schema/facts_list.response.json`), the places in a document of facts.
//
// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
// Returns 0, or a status that every function returns. Any number of threads may call it at once.
//
// The caller promises:
//
// The pointers are NULL or valid as said above.
int32_t uc_facts_list(const uint8_t *request, size_t request_len, struct UcBuffer *response);

// Lists what a version of Lync and a version of Exchange can do together, on which condition, and who says so. Reads no
// file.
//
// Request `{"lync"?: "2007R2" | "2010" | "2013" | "2015" | "2019" | "SE", "exchange"?: "2007" | "2010" | "2013" |
// "2016" | "2019" | "SE" | "Online", "feature"?: "OwaIm", "culture"?: "fr-FR"}`; the response has `rows`
// (`docs/schema/support_list.response.json`), all of them if nothing is named.
//
// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
// Returns 0, or a status that every function returns. Any number of threads may call it at once.
//
// The caller promises:
//
// The pointers are NULL or valid as said above.
int32_t uc_support_list(const uint8_t *request, size_t request_len, struct UcBuffer *response);

// Checks an integration by documents of facts. Reads no file and asks no server: the documents are in the request.
//
// Request `{"facts": [{"name": "...", "text": "..."}], "now": "2026-03-01T21:00:00Z", "scenarios"?: ["OwaIm"],
// "settings"?: {"imServerName"?, "thumbprint"?, "applicationId"?, "applicationPort"?, "servers"?, "disable"?},
// "culture"?}`, where each `text` is a document of the form `docs/schema/facts.json`; the response has `findings` and
// `summary` (`docs/schema/estate_check.response.json`). A fact that was not collected makes a finding `Unknown`, never
// `Pass`.
//
// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
// Returns 0, a status that every function returns, or `UC_STATUS_FACTS_NOT_JSON`, `UC_STATUS_FACTS_VERSION` or
// `UC_STATUS_FACTS_INVALID`. Any number of threads may call it at once.
//
// The caller promises:
//
// The pointers are NULL or valid as said above.
int32_t uc_estate_check(const uint8_t *request, size_t request_len, struct UcBuffer *response);

// Makes the plan that fixes what `uc_estate_check` finds: ordered steps with their inverses, and what must be
// fixed manually. Runs nothing.
//
// Request: that of `uc_estate_check`; the response is a plan (`docs/schema/plan.json`), whose texts are in the
// requested language.
//
// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
// Returns 0, a status that every function returns, or `UC_STATUS_FACTS_NOT_JSON`, `UC_STATUS_FACTS_VERSION` or
// `UC_STATUS_FACTS_INVALID`. Any number of threads may call it at once.
//
// The caller promises:
//
// The pointers are NULL or valid as said above.
int32_t uc_plan_create(const uint8_t *request, size_t request_len, struct UcBuffer *response);

// Reads a plan that was kept in a file, and refuses one with commands that no plan of this library has.
//
// Request `{"plan": {"name": "...", "text": "..."}, "culture"?: "fr-FR"}`; the response is the plan
// (`docs/schema/plan.json`).
//
// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
// Returns 0, a status that every function returns, or `UC_STATUS_PLAN_INVALID`. Any number of threads may call it at
// once.
//
// The caller promises:
//
// The pointers are NULL or valid as said above.
int32_t uc_plan_read(const uint8_t *request, size_t request_len, struct UcBuffer *response);

// Turns a plan into scripts, one for each stage, which run without this library on PowerShell 3.0. Refuses a plan with
// commands that no plan of this library has. Runs nothing and writes no file.
//
// Request `{"plan": {"name": "...", "text": "..."}, "culture"?: "fr-FR"}`; the response has `id` and `scripts`, each with
// `stage`, `shell`, `machine`, `fileName` and `text` (`docs/schema/plan_render.response.json`). Write a text as UTF-8
// with a byte order mark.
//
// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
// Returns 0, a status that every function returns, or `UC_STATUS_PLAN_INVALID`. Any number of threads may call it at
// once.
//
// The caller promises:
//
// The pointers are NULL or valid as said above.
int32_t uc_plan_render(const uint8_t *request, size_t request_len, struct UcBuffer *response);

// Checks and plans as `uc_estate_check` and `uc_plan_create` do, and answers one page of HTML for people: the result,
// a picture of the estate, findings with their evidence, what is not known, the plan. Reads and writes no file.
//
// Request: that of `uc_estate_check`, with `"plan"?: false` for a page without the plan and `"title"?: "..."`; the
// response has `html` (`docs/schema/report_render.response.json`), to be written as UTF-8. The page needs no other file
// and no script, and no value of a fact becomes markup in it.
//
// `request`: `request_len` bytes of UTF-8 JSON; NULL is answered with `UC_STATUS_REQUEST_NULL`.
// `response`: receives the answer, or the error as JSON; what was in it is not freed. NULL is answered with
// `UC_STATUS_REQUEST_NULL`, and then there is no JSON. Free it with `uc_buffer_free`.
// Returns 0, a status that every function returns, or `UC_STATUS_FACTS_NOT_JSON`, `UC_STATUS_FACTS_VERSION` or
// `UC_STATUS_FACTS_INVALID`. Any number of threads may call it at once.
//
// The caller promises:
//
// The pointers are NULL or valid as said above.
int32_t uc_report_render(const uint8_t *request, size_t request_len, struct UcBuffer *response);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* UC_INTEGRATION_H */
