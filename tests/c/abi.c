/*
 * Calls every function of uc_integration.h the way careless and hostile callers do: each pointer NULL, lengths of zero,
 * bytes that are not text, text that is not JSON, requests that are too deep, too large or misspelt, buffers freed
 * twice. Then drives every status that a file on disk can bring about, and checks what the caller reads.
 *
 * Usage: abi SCRATCH_FOLDER. Closes with one line of numbers; exits with 1 if a check failed.
 * Compiles as C99 and as C++. With UC_TEST_HOOKS it also calls the function of test builds that panics.
 */
#include "uc_integration.h"
#include "uc_integration.h" /* including the header twice must be harmless */

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#include <direct.h>
#define MAKE_FOLDER(path) _mkdir(path)
#define WINDOWS 1
#else
#include <sys/stat.h>
#include <sys/types.h>
#define MAKE_FOLDER(path) mkdir(path, 0777)
#define WINDOWS 0
#endif

typedef int32_t (*Function)(const uint8_t *request, size_t request_len, UcBuffer *response);

typedef struct {
    const char *name;
    Function function;
    const char *request; /* is understood, whatever it then answers */
} Entry;

static const Entry entries[] = {
    {"uc_config_read", uc_config_read, "{\"path\":\"missing.config\"}"},
    {"uc_config_apply", uc_config_apply, "{\"path\":\"missing.config\",\"changes\":[]}"},
    {"uc_backup_list", uc_backup_list, "{\"directory\":\"missing\"}"},
    {"uc_backup_restore", uc_backup_restore, "{\"path\":\"missing.config\",\"id\":\"x\",\"directory\":\"missing\"}"},
    {"uc_backup_prune", uc_backup_prune, "{\"directory\":\"missing\",\"keep\":1,\"dryRun\":true}"},
    {"uc_value_check", uc_value_check, "{\"kind\":\"Port\",\"value\":\"5061\"}"},
    {"uc_certificate_check", uc_certificate_check,
     "{\"purpose\":\"OAuth\",\"certificate\":\"\",\"now\":\"2026-03-01T21:00:00Z\"}"},
    {"uc_facts_list", uc_facts_list, "{\"scenarios\":[\"OwaIm\"]}"},
    {"uc_support_list", uc_support_list, "{\"lync\":\"2015\",\"exchange\":\"2016\"}"},
    {"uc_report_render", uc_report_render, "{\"facts\":[],\"now\":\"2026-03-01T21:00:00Z\"}"},
};
#define ENTRIES (sizeof entries / sizeof entries[0])

static const char *scratch;
static int passed, failed;
static int reached[1000];

/* One check. Says what was expected only when it did not hold. */
static void check(int holds, const char *what, const char *detail)
{
    if (holds) {
        passed++;
        return;
    }
    failed++;
    printf("FAILED: %s: %s\n", what, detail);
}

static void note(int32_t status)
{
    if (status >= 0 && status < 1000)
        reached[status] = 1;
}

/* Text in one of a few buffers that are used in turn. */
static const char *text(const char *format, ...)
{
    static char buffers[8][4096];
    static unsigned next;
    char *buffer = buffers[next++ % 8];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(buffer, sizeof buffers[0], format, arguments);
    va_end(arguments);
    return buffer;
}

/* The response as a string, in memory of our own. */
static char *copy_of(const UcBuffer *response)
{
    char *copy = (char *)malloc(response->len + 1);
    if (copy == NULL)
        exit(2);
    if (response->len > 0)
        memcpy(copy, response->data, response->len);
    copy[response->len] = '\0';
    return copy;
}

/* The value of the first string field of that name; the caller frees it. Enough for ids and hashes. */
static char *field(const char *json, const char *name)
{
    const char *start = strstr(json, text("\"%s\":\"", name));
    const char *end;
    char *value;
    size_t length;
    if (start == NULL)
        return NULL;
    start += strlen(name) + 4;
    end = strchr(start, '"');
    if (end == NULL)
        return NULL;
    length = (size_t)(end - start);
    value = (char *)malloc(length + 1);
    if (value == NULL)
        exit(2);
    memcpy(value, start, length);
    value[length] = '\0';
    return value;
}

/* Calls a function with bytes; checks status and the shape of what comes back; returns the response. */
static char *call_bytes(const char *what, Function function, const void *request, size_t length, int32_t expected)
{
    UcBuffer response = {NULL, 0, 0};
    int32_t status = function((const uint8_t *)request, length, &response);
    char *json = copy_of(&response);
    note(status);
    check(status == expected, what, text("status %d, expected %d: %.600s", (int)status, (int)expected, json));
    check(response.data != NULL && json[0] == '{', what, "the response is a JSON object");
    if (status != UC_STATUS_OK)
        check(strstr(json, text("\"code\":%d,", (int)status)) != NULL && strstr(json, "\"name\":\"") != NULL &&
                  strstr(json, "\"message\":\"") != NULL,
              what, json);
    uc_buffer_free(&response);
    check(response.data == NULL && response.len == 0 && response.capacity == 0, what, "a freed buffer is empty");
    uc_buffer_free(&response);
    return json;
}

static char *call(const char *what, Function function, const char *request, int32_t expected)
{
    return call_bytes(what, function, request, strlen(request), expected);
}

/* The same where the response matters only for its status and one word in it. */
static void expect(const char *what, Function function, const char *request, int32_t expected, const char *word)
{
    char *json = call(what, function, request, expected);
    if (word != NULL)
        check(strstr(json, word) != NULL, what, text("no %s in %.600s", word, json));
    free(json);
}

/* --- files --- */

static const char *in_scratch(const char *name)
{
    return text("%s/%s", scratch, name);
}

static void write_bytes(const char *name, const void *bytes, size_t length)
{
    FILE *file = fopen(in_scratch(name), "wb");
    if (file == NULL || fwrite(bytes, 1, length, file) != length || fclose(file) != 0) {
        printf("cannot write %s\n", in_scratch(name));
        exit(2);
    }
}

static void write_text(const char *name, const char *content)
{
    write_bytes(name, content, strlen(content));
}

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *content = (char *)calloc(1, 65536);
    if (file == NULL || content == NULL) {
        printf("cannot read %s\n", path);
        exit(2);
    }
    if (fread(content, 1, 65535, file) == 0)
        content[0] = '\0';
    fclose(file);
    return content;
}

static void check_file(const char *what, const char *name, const char *expected)
{
    char *content = read_file(in_scratch(name));
    check(strcmp(content, expected) == 0, what, content);
    free(content);
}

/* --- what any function must bear --- */

static void bear_pointers(const Entry *entry)
{
    UcBuffer response = {NULL, 0, 0};
    const uint8_t byte = '{';
    char *json;
    check(entry->function(&byte, 1, NULL) == UC_STATUS_REQUEST_NULL, entry->name, "response NULL");
    check(entry->function(NULL, 0, NULL) == UC_STATUS_REQUEST_NULL, entry->name, "both NULL");
    check(entry->function(NULL, 7, NULL) == UC_STATUS_REQUEST_NULL, entry->name, "both NULL with a length");
    free(call_bytes(entry->name, entry->function, NULL, 0, UC_STATUS_REQUEST_NULL));
    free(call_bytes(entry->name, entry->function, NULL, 99, UC_STATUS_REQUEST_NULL));
    free(call_bytes(entry->name, entry->function, "", 0, UC_STATUS_REQUEST_NOT_JSON));
    /* What a buffer held before a call is overwritten, never read or freed. */
    response.data = (uint8_t *)&response;
    response.len = 12345;
    response.capacity = 1;
    note(entry->function(&byte, 1, &response));
    json = copy_of(&response);
    check(strstr(json, "RequestNotJson") != NULL, entry->name, json);
    free(json);
    uc_buffer_free(&response);
    uc_buffer_free(&response);
}

static void bear_bytes(const Entry *entry)
{
    static const char *const not_json[] = {"x", "{", "{]", "{\"culture\":}", "{\"culture\":\"\n\"}", "\xEF\xBB\xBF{}", "\"", "nul", "01", "{,}"};
    static const char *const not_text[] = {"\xFF", "{\"path\":\"\xC3\"}", "\xED\xA0\x80", "\xC0\x80", "\xF5\x80\x80\x80", "{}\x80"};
    static const char *const not_ours[] = {"1", "true", "[]", "\"x\"", "{}", "[[]]"};
    size_t i;
    for (i = 0; i < sizeof not_json / sizeof not_json[0]; i++)
        expect(entry->name, entry->function, not_json[i], UC_STATUS_REQUEST_NOT_JSON, NULL);
    for (i = 0; i < sizeof not_text / sizeof not_text[0]; i++)
        expect(entry->name, entry->function, not_text[i], UC_STATUS_REQUEST_NOT_UTF8, NULL);
    for (i = 0; i < sizeof not_ours / sizeof not_ours[0]; i++) {
        char *json;
        UcBuffer response = {NULL, 0, 0};
        int32_t status = entry->function((const uint8_t *)not_ours[i], strlen(not_ours[i]), &response);
        note(status);
        json = copy_of(&response);
        /* A request in which every field is optional may be empty. */
        check(status == UC_STATUS_REQUEST_INVALID || (i == 4 && status == UC_STATUS_OK), entry->name, json);
        free(json);
        uc_buffer_free(&response);
    }
    free(call_bytes(entry->name, entry->function, "{\0}", 3, UC_STATUS_REQUEST_NOT_JSON));
    expect(entry->name, entry->function, text("%s x", entry->request), UC_STATUS_REQUEST_NOT_JSON, NULL);
}

static void bear_fields(const Entry *entry)
{
    const char *known = entry->request;
    const char *unknown = text("{\"flavour\":1,%s", known + 1);
    char *json = call(entry->name, entry->function, unknown, UC_STATUS_REQUEST_INVALID);
    check(strstr(json, "flavour") != NULL, entry->name, "the unknown field is named");
    free(json);
    json = call(entry->name, entry->function, text("{\"culture\":\"fr-FR\",\"flavour\":1,%s", known + 1), UC_STATUS_REQUEST_INVALID);
    check(strstr(json, "La requ\xC3\xAAte") != NULL, entry->name, json);
    free(json);
    expect(entry->name, entry->function, text("{\"culture\":7,%s", known + 1), UC_STATUS_REQUEST_INVALID, "a string");
}

static void bear_sizes(const Entry *entry)
{
    /* One byte more than is read; the zeros are never looked at. */
    size_t deep = 1000000, large = 256u * 1024u * 1024u + 1;
    char *request = (char *)calloc(large, 1);
    if (request == NULL)
        exit(2);
    memset(request, '[', deep);
    free(call_bytes(entry->name, entry->function, request, deep, UC_STATUS_REQUEST_NOT_JSON));
    free(call_bytes(entry->name, entry->function, request, large, UC_STATUS_REQUEST_TOO_LARGE));
    free(request);
}

/* --- what files bring about --- */

#define DOCUMENT(inside) "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<configuration>\r\n" inside "</configuration>\r\n"
#define SECTION(inside) DOCUMENT("  <appSettings>\r\n" inside "  </appSettings>\r\n")

static const char *request_read(const char *name)
{
    return text("{\"path\":\"%s/%s\"}", scratch, name);
}

static const char *request_set(const char *name, const char *key, const char *value, const char *more)
{
    return text("{\"path\":\"%s/%s\",\"changes\":[{\"op\":\"set\",\"key\":\"%s\",\"value\":\"%s\"}],"
                "\"backup\":{\"directory\":\"%s/backups\"}%s}",
                scratch, name, key, value, scratch, more);
}

static void known_values(void)
{
    static const char before[] = SECTION("    <add key=\"IMServerName\" value=\"LYNC.contoso.com\" />\r\n");
    static const char after[] = SECTION("    <add key=\"IMServerName\" value=\"pool.contoso.com\" />\r\n");
    static const char wrong[] = SECTION("    <add key=\"IMServerName\" value=\"pool\" />\r\n");
    write_text("known.config", before);
    expect("a name that differs in case", uc_config_apply, request_set("known.config", "imservername", "lync.contoso.com", ""),
           UC_STATUS_OK, "\"changed\":false");
    expect("a short name", uc_config_apply, request_set("known.config", "imservername", "pool", ""),
           UC_STATUS_VALUE_REJECTED, "skipValueCheck");
    expect("a thumbprint that is too short", uc_config_apply, request_set("known.config", "IMCertificateThumbprint", "EA5A", ""),
           UC_STATUS_VALUE_REJECTED, "\"path\"");
    check_file("a rejected value writes nothing", "known.config", before);
    expect("a dot at the end", uc_config_apply, request_set("known.config", "IMServerName", "pool.contoso.com.", ""),
           UC_STATUS_OK, "\"FqdnTrailingDot\"");
    check_file("the name is written without it", "known.config", after);
    expect("a value by name", uc_config_apply, request_set("known.config", "IMServerName", "pool", ",\"skipValueCheck\":true"),
           UC_STATUS_OK, "\"changed\":true");
    check_file("it is written as it is", "known.config", wrong);
    expect("a short name in the file", uc_config_read, request_read("known.config"), UC_STATUS_OK, "\"FqdnSingleLabel\"");
    expect("a mark in another value", uc_config_apply, request_set("known.config", "Note", "a\\u200e", ",\"dryRun\":true"),
           UC_STATUS_OK, "\"UnseenCharacter\"");
}

static void a_round_trip(void)
{
    static const char before[] = SECTION("    <add key=\"Server\" value=\"old\" />\r\n");
    static const char after[] = SECTION("    <add key=\"Server\" value=\"a&amp;b\" />\r\n");
    char *json, *id;
    write_text("round.config", before);
    expect("read", uc_config_read, request_read("round.config"), UC_STATUS_OK, "\"Server\"");
    json = call("dry run", uc_config_apply, request_set("round.config", "server", "a&b", ",\"dryRun\":true"), UC_STATUS_OK);
    check(strstr(json, "\"changed\":true") != NULL && strstr(json, "backupId") == NULL, "dry run", json);
    free(json);
    check_file("a dry run writes nothing", "round.config", before);
    json = call("edit", uc_config_apply, request_set("round.config", "server", "a&b", ",\"reason\":\"test\""), UC_STATUS_OK);
    check_file("an edit changes the bytes of the edit", "round.config", after);
    id = field(json, "backupId");
    check(id != NULL, "an edit takes a backup", json);
    free(json);
    json = call("edit again", uc_config_apply, request_set("round.config", "Server", "a&b", ""), UC_STATUS_OK);
    check(strstr(json, "\"changed\":false") != NULL && strstr(json, "backupId") == NULL, "an edit that changes nothing", json);
    free(json);
    expect("list", uc_backup_list, text("{\"directory\":\"%s/backups\"}", scratch), UC_STATUS_OK, id);
    expect("restore", uc_backup_restore,
           text("{\"path\":\"%s/round.config\",\"id\":\"%s\",\"directory\":\"%s/backups\"}", scratch, id, scratch), UC_STATUS_OK,
           "\"changed\":true");
    check_file("a restore brings the bytes back", "round.config", before);
    expect("prune", uc_backup_prune, text("{\"directory\":\"%s/backups\",\"keep\":1}", scratch), UC_STATUS_OK, id);
    free(id);
}

static void refused_requests(void)
{
    write_text("plain.config", SECTION(""));
    expect("a key with a forbidden character", uc_config_apply, request_set("plain.config", "a\\u0001", "b", ""),
           UC_STATUS_KEY_INVALID, NULL);
    expect("a value with a forbidden character", uc_config_apply, request_set("plain.config", "a", "b\\u0000", ""),
           UC_STATUS_VALUE_INVALID, NULL);
    expect("a key twice", uc_config_apply,
           text("{\"path\":\"%s/plain.config\",\"changes\":[{\"op\":\"set\",\"key\":\"a\",\"value\":\"1\"},"
                "{\"op\":\"remove\",\"key\":\"A\"}],\"backup\":{\"directory\":\"%s/backups\"}}",
                scratch, scratch),
           UC_STATUS_CHANGE_CONFLICT, NULL);
    expect("another file than was looked at", uc_config_apply,
           request_set("plain.config", "a", "b",
                       ",\"expectedSha256\":\"0000000000000000000000000000000000000000000000000000000000000000\""),
           UC_STATUS_FILE_CHANGED, NULL);
    expect("a location that is not there", uc_config_apply, request_set("plain.config", "a", "b", ",\"location\":\"nowhere\""),
           UC_STATUS_LOCATION_NOT_FOUND, NULL);
    expect("a size limit", uc_config_read, text("{\"path\":\"%s/plain.config\",\"sizeLimit\":10}", scratch),
           UC_STATUS_DOCUMENT_TOO_LARGE, NULL);
    check_file("a refused edit writes nothing", "plain.config", SECTION(""));
}

typedef struct {
    const char *what;
    const char *document;
    int32_t status;
} Refusal;

static const Refusal refusals[] = {
    {"malformed", "<configuration><appSettings></configuration>", UC_STATUS_XML_MALFORMED},
    {"an empty file", "", UC_STATUS_XML_MALFORMED},
    {"curly quotes", "<configuration><appSettings><add key=\xE2\x80\x9C" "a\xE2\x80\x9D value=\"1\"/></appSettings></configuration>",
     UC_STATUS_XML_MALFORMED},
    {"an unknown encoding", "<?xml version=\"1.0\" encoding=\"x-unknown\"?><configuration/>", UC_STATUS_ENCODING_UNSUPPORTED},
    {"a false encoding", "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-16\"?><configuration/>", UC_STATUS_ENCODING_MISMATCH},
    {"bytes that are not text", "<configuration><!-- \xFF --></configuration>", UC_STATUS_ENCODING_INVALID},
    {"a DTD", "<!DOCTYPE configuration><configuration/>", UC_STATUS_DTD_FORBIDDEN},
    {"an encrypted section", "<configuration><appSettings configProtectionProvider=\"P\"><EncryptedData/></appSettings></configuration>",
     UC_STATUS_SECTION_ENCRYPTED},
    {"a section elsewhere", "<configuration><appSettings configSource=\"other.config\"/></configuration>",
     UC_STATUS_SECTION_EXTERNAL},
    {"a section twice", "<configuration><appSettings/><appSettings/></configuration>", UC_STATUS_SECTION_DUPLICATED},
    {"a foreign root", "<html/>", UC_STATUS_UNEXPECTED_ROOT},
};

static void refused_documents(void)
{
    size_t i;
    for (i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
        const Refusal *refusal = &refusals[i];
        write_text("refused.config", refusal->document);
        expect(refusal->what, uc_config_apply, request_set("refused.config", "a", "b", ""), refusal->status, "\"path\"");
        check_file(refusal->what, "refused.config", refusal->document);
    }
}

static void refused_files(void)
{
    char long_name[3000];
    memset(long_name, 'x', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    expect("a missing file", uc_config_read, request_read("missing.config"), UC_STATUS_FILE_NOT_FOUND, NULL);
    expect("a missing folder", uc_config_read, request_read("missing/web.config"), UC_STATUS_DIRECTORY_NOT_FOUND, NULL);
    expect("no path", uc_config_read, "{\"path\":\"\"}", UC_STATUS_PATH_INVALID, NULL);
    expect("a zero in a path", uc_config_read, "{\"path\":\"a\\u0000b\"}", UC_STATUS_PATH_INVALID, NULL);
    expect("a folder", uc_config_read, text("{\"path\":\"%s\"}", scratch), UC_STATUS_NOT_A_FILE, NULL);
    if (!WINDOWS)
        expect("a long path", uc_config_read, request_read(long_name), UC_STATUS_PATH_TOO_LONG, NULL);
    write_text("blocked", "a file, not a folder");
    expect("a backup folder that cannot be", uc_config_apply,
           text("{\"path\":\"%s/plain.config\",\"changes\":[{\"op\":\"set\",\"key\":\"a\",\"value\":\"b\"}],"
                "\"backup\":{\"directory\":\"%s/blocked\"}}",
                scratch, scratch),
           UC_STATUS_BACKUP_DIRECTORY_UNAVAILABLE, NULL);
    check_file("no backup, no edit", "plain.config", SECTION(""));
    expect("a missing backup", uc_backup_restore,
           text("{\"path\":\"%s/plain.config\",\"id\":\"20000101T000000000Z-000000\",\"directory\":\"%s/backups\"}", scratch, scratch),
           UC_STATUS_BACKUP_NOT_FOUND, NULL);
}

static void a_damaged_backup(void)
{
    char *json, *id, *file;
    write_text("damaged.config", SECTION(""));
    json = call("edit", uc_config_apply, request_set("damaged.config", "a", "b", ""), UC_STATUS_OK);
    id = field(json, "backupId");
    free(json);
    json = call("list", uc_backup_list, text("{\"path\":\"%s/damaged.config\",\"directory\":\"%s/backups\"}", scratch, scratch),
                UC_STATUS_OK);
    file = field(json, "file");
    check(id != NULL && file != NULL, "a backup names its file", json);
    free(json);
    if (id == NULL || file == NULL)
        return;
    if (strchr(file, '\\') == NULL) { /* a path without JSON escapes */
        FILE *content = fopen(file, "ab");
        check(content != NULL && fputs("damage", content) >= 0 && fclose(content) == 0, "damage a backup", file);
        expect("a damaged backup", uc_backup_restore,
               text("{\"path\":\"%s/damaged.config\",\"id\":\"%s\",\"directory\":\"%s/backups\"}", scratch, id, scratch),
               UC_STATUS_BACKUP_DAMAGED, NULL);
    }
    free(file);
    free(id);
}

static void reports(void)
{
    expect("a report of nothing", uc_report_render, "{\"facts\":[],\"now\":\"2026-03-01T21:00:00Z\",\"title\":\"a<b\"}",
           UC_STATUS_OK, "<title>a&lt;b</title>");
    expect("a report of no time", uc_report_render, "{\"facts\":[],\"now\":\"today\"}", UC_STATUS_REQUEST_INVALID, "now");
}

static void values(void)
{
    expect("a port", uc_value_check, "{\"kind\":\"port\",\"value\":\"5061\"}", UC_STATUS_OK, "\"valid\":true");
    expect("no port", uc_value_check, "{\"kind\":\"Port\",\"value\":\"0\"}", UC_STATUS_OK, "\"valid\":false");
    expect("an invisible mark", uc_value_check,
           "{\"kind\":\"Thumbprint\",\"value\":\"\\u200e0123456789abcdef0123456789abcdef01234567\"}", UC_STATUS_OK,
           "0123456789ABCDEF0123456789ABCDEF01234567");
    expect("what two versions can do", uc_support_list, "{\"lync\":\"2013\",\"exchange\":\"2016\"}", UC_STATUS_OK, "\"No\"");
    expect("a version that does not exist", uc_support_list, "{\"lync\":\"2014\"}", UC_STATUS_REQUEST_INVALID, "2014");
    expect("what the rules ask for", uc_facts_list, "{\"scenarios\":[\"Hybrid\"]}", UC_STATUS_OK, "exchange.servers");
    expect("a scenario that does not exist", uc_facts_list, "{\"scenarios\":[\"Fax\"]}", UC_STATUS_REQUEST_INVALID, "Fax");
    expect("an unknown kind", uc_value_check, "{\"kind\":\"Colour\",\"value\":\"x\"}", UC_STATUS_REQUEST_INVALID, "Thumbprint");
}

static void certificates(void)
{
    expect("a certificate that is cut off", uc_certificate_check,
           "{\"purpose\":\"OwaIm\",\"certificate\":\"MIIB\",\"now\":\"2026-03-01T21:00:00Z\"}",
           UC_STATUS_CERTIFICATE_INVALID, "is truncated at byte");
    expect("bytes after a certificate", uc_certificate_check,
           "{\"purpose\":\"OwaIm\",\"certificate\":\"MAAw\",\"now\":\"2026-03-01T21:00:00Z\"}",
           UC_STATUS_CERTIFICATE_TRAILING, "byte 2");
    expect("an unknown purpose", uc_certificate_check,
           "{\"purpose\":\"Web\",\"certificate\":\"MAA=\",\"now\":\"2026-03-01T21:00:00Z\"}",
           UC_STATUS_REQUEST_INVALID, "UnifiedMessaging");
}

#ifdef UC_TEST_HOOKS
#ifdef __cplusplus
extern "C"
#endif
int32_t uc_test_panic(const uint8_t *request, size_t request_len, UcBuffer *response);

static void a_panic(void)
{
    expect("a panic", uc_test_panic, "{\"message\":\"on purpose\"}", UC_STATUS_PANIC, "on purpose");
    expect("a call after a panic", uc_value_check, "{\"kind\":\"Port\",\"value\":\"1\"}", UC_STATUS_OK, NULL);
}
#endif

/* The statuses that this program must have seen; others need another account, another process or a full disk. */
static void every_status(void)
{
    static const int32_t must[] = {
        UC_STATUS_OK, UC_STATUS_REQUEST_NULL, UC_STATUS_REQUEST_NOT_UTF8, UC_STATUS_REQUEST_NOT_JSON, UC_STATUS_REQUEST_INVALID,
        UC_STATUS_REQUEST_TOO_LARGE, UC_STATUS_KEY_INVALID, UC_STATUS_VALUE_INVALID, UC_STATUS_CHANGE_CONFLICT,
        UC_STATUS_VALUE_REJECTED,
        UC_STATUS_XML_MALFORMED, UC_STATUS_ENCODING_UNSUPPORTED, UC_STATUS_ENCODING_MISMATCH, UC_STATUS_ENCODING_INVALID,
        UC_STATUS_DTD_FORBIDDEN, UC_STATUS_SECTION_ENCRYPTED, UC_STATUS_SECTION_EXTERNAL, UC_STATUS_SECTION_DUPLICATED,
        UC_STATUS_UNEXPECTED_ROOT, UC_STATUS_LOCATION_NOT_FOUND, UC_STATUS_DOCUMENT_TOO_LARGE, UC_STATUS_FILE_NOT_FOUND,
        UC_STATUS_DIRECTORY_NOT_FOUND, UC_STATUS_PATH_INVALID, UC_STATUS_NOT_A_FILE, UC_STATUS_FILE_CHANGED,
        UC_STATUS_BACKUP_DIRECTORY_UNAVAILABLE, UC_STATUS_BACKUP_NOT_FOUND,
        UC_STATUS_CERTIFICATE_INVALID, UC_STATUS_CERTIFICATE_TRAILING,
#if !WINDOWS
        UC_STATUS_PATH_TOO_LONG, UC_STATUS_BACKUP_DAMAGED,
#endif
#ifdef UC_TEST_HOOKS
        UC_STATUS_PANIC,
#endif
    };
    size_t i;
    for (i = 0; i < sizeof must / sizeof must[0]; i++)
        check(reached[must[i]], "every status is reached", text("%d is not", (int)must[i]));
}

int main(int count, char **arguments)
{
    UcBuffer empty = {NULL, 0, 0};
    size_t i;
    setvbuf(stdout, NULL, _IONBF, 0);
    if (count != 2) {
        printf("usage: abi SCRATCH_FOLDER\n");
        return 2;
    }
    scratch = arguments[1];
    (void)MAKE_FOLDER(in_scratch("backups"));
    check(uc_abi_version() == UC_ABI_VERSION, "uc_abi_version", "that of the header");
    uc_buffer_free(NULL);
    uc_buffer_free(&empty);
    uc_buffer_free(&empty);
    check(empty.data == NULL && empty.len == 0, "uc_buffer_free", "NULL and empty buffers are left alone");
    for (i = 0; i < ENTRIES; i++) {
        bear_pointers(&entries[i]);
        bear_bytes(&entries[i]);
        bear_fields(&entries[i]);
        bear_sizes(&entries[i]);
    }
    a_round_trip();
    known_values();
    refused_requests();
    refused_documents();
    refused_files();
    a_damaged_backup();
    reports();
    values();
    certificates();
#ifdef UC_TEST_HOOKS
    a_panic();
#endif
    every_status();
    printf("%d passed, %d failed, 0 skipped\n", passed, failed);
    return failed == 0 ? 0 : 1;
}
