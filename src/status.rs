//! The status codes of the C ABI: numbers, names and texts in both languages, and nothing else.
//! A number is never given to another meaning; a code that goes out of use stays listed as retired.
//! It is long because every status has its sentences here, where no other file can say something else.

use crate::l10n::Text;

/// What a function of the library returns: 0 for success, otherwise what went wrong. Numbers are grouped: 100 the
/// caller's request, 200 the configuration document, 300 files and backups, 400 facts and plans,
/// 500 certificates, 900 the library itself.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// The call did what it says.
    Ok = 0,

    /// `request` or `response` is NULL. Without a response buffer there is no JSON error either.
    RequestNull = 101,
    /// The request is not UTF-8.
    RequestNotUtf8 = 102,
    /// The request is not JSON, or is nested too deeply; the error has line and column.
    RequestNotJson = 103,
    /// The request is JSON but not this function's request: an unknown, missing or mistyped field, which is named.
    RequestInvalid = 104,
    /// The request is longer than the limit of 256 MiB.
    RequestTooLarge = 105,
    /// A key that the document cannot hold: it has a character that XML forbids.
    KeyInvalid = 106,
    /// A value that the document cannot hold: it has a character that XML forbids.
    ValueInvalid = 107,
    /// One request changes the same key twice.
    ChangeConflict = 108,
    /// A value that its key cannot have: a wrong thumbprint, or what is no name of a server; the reason is told.
    ValueRejected = 109,

    /// The document is not well-formed XML; the error has line and column.
    XmlMalformed = 201,
    /// The document is in an encoding that this library or .NET does not read.
    EncodingUnsupported = 202,
    /// The XML declaration contradicts the bytes of the document.
    EncodingMismatch = 203,
    /// The document has bytes that are not text in its encoding, or that would not survive being read and written.
    EncodingInvalid = 204,
    /// The document has a document type declaration (DTD).
    DtdForbidden = 205,
    /// The section is encrypted (`configProtectionProvider`).
    SectionEncrypted = 206,
    /// The section is in another file (`configSource`), which is named.
    SectionExternal = 207,
    /// The section stands in the document twice.
    SectionDuplicated = 208,
    /// The root element is neither `configuration` nor `appSettings`, or is in a foreign namespace.
    UnexpectedRoot = 209,
    /// The document has no `location` element with this path.
    LocationNotFound = 210,
    /// The document is larger than the size limit.
    DocumentTooLarge = 211,
    /// The section has content for which the place or the meaning of an edit is in doubt.
    SectionAmbiguous = 212,

    /// The file does not exist.
    FileNotFound = 301,
    /// The folder of the file does not exist.
    DirectoryNotFound = 302,
    /// The account may not read or write the file or its folder.
    AccessDenied = 303,
    /// The file has the read-only attribute.
    FileReadOnly = 304,
    /// Another process has the file open in a way that excludes us.
    FileInUse = 305,
    /// The disk is full.
    DiskFull = 306,
    /// The path is longer than the system takes.
    PathTooLong = 307,
    /// The path is empty or cannot be the name of a file.
    PathInvalid = 308,
    /// The path names a directory or another thing that is not a file.
    NotAFile = 309,
    /// The file changed between reading and replacing; the other writer's version was kept.
    FileChanged = 310,
    /// Another writer of this library holds the file.
    LockTimeout = 311,
    /// The file has other names (hard links) that a replacement would leave behind.
    FileHasHardLinks = 312,
    /// Any other failure of the file system.
    FileFailed = 313,
    /// The backup folder cannot be written; nothing was edited.
    BackupDirectoryUnavailable = 321,
    /// There is no backup with this id for this file.
    BackupNotFound = 322,
    /// The backup is damaged: its content does not have the hash of its manifest, or the manifest cannot be read.
    BackupDamaged = 323,

    /// A document of facts is not JSON, or is cut off; the error has line and column.
    FactsNotJson = 401,
    /// A document of facts is of another version, or none at all.
    FactsVersion = 402,
    /// A document of facts has an unknown, missing or mistyped field, which is named.
    FactsInvalid = 403,
    /// A plan is of another version, or has something in it that this library would not have put there.
    PlanInvalid = 411,

    /// The bytes are not an X.509 certificate in DER: cut off, in other rules, or something else.
    CertificateInvalid = 501,
    /// There are bytes after the end of a certificate.
    CertificateTrailing = 502,

    /// The library failed on its own account (a panic); nothing was written half.
    Panic = 901,
    /// The library found its own result wrong and did not write it.
    Internal = 902,
}

/// The texts of one status: what happened, and what to do about it.
#[derive(Clone, Copy, Debug)]
pub struct StatusText {
    /// What happened.
    pub message: Text,
    /// The way out; may be empty.
    pub hint: Text,
}

impl Status {
    /// Every status, in the order of its number.
    pub const ALL: &'static [Self] = &[
        Self::Ok,
        Self::RequestNull,
        Self::RequestNotUtf8,
        Self::RequestNotJson,
        Self::RequestInvalid,
        Self::RequestTooLarge,
        Self::KeyInvalid,
        Self::ValueInvalid,
        Self::ChangeConflict,
        Self::ValueRejected,
        Self::XmlMalformed,
        Self::EncodingUnsupported,
        Self::EncodingMismatch,
        Self::EncodingInvalid,
        Self::DtdForbidden,
        Self::SectionEncrypted,
        Self::SectionExternal,
        Self::SectionDuplicated,
        Self::UnexpectedRoot,
        Self::LocationNotFound,
        Self::DocumentTooLarge,
        Self::SectionAmbiguous,
        Self::FileNotFound,
        Self::DirectoryNotFound,
        Self::AccessDenied,
        Self::FileReadOnly,
        Self::FileInUse,
        Self::DiskFull,
        Self::PathTooLong,
        Self::PathInvalid,
        Self::NotAFile,
        Self::FileChanged,
        Self::LockTimeout,
        Self::FileHasHardLinks,
        Self::FileFailed,
        Self::BackupDirectoryUnavailable,
        Self::BackupNotFound,
        Self::BackupDamaged,
        Self::FactsNotJson,
        Self::FactsVersion,
        Self::FactsInvalid,
        Self::PlanInvalid,
        Self::CertificateInvalid,
        Self::CertificateTrailing,
        Self::Panic,
        Self::Internal,
    ];

    /// The number that crosses the C ABI.
    #[must_use]
    pub const fn code(self) -> i32 {
        self as i32
    }

    /// The stable name: the `name` of an error response and the error id in PowerShell.
    #[must_use]
    pub fn name(self) -> String {
        format!("{self:?}")
    }

    /// The sentences of this status. Placeholders: `path`, `detail` and `advice` (already in the reader's language),
    /// `name`, `limit`.
    #[must_use]
    pub const fn text(self) -> StatusText {
        let (message, hint) = match self {
            Self::Ok => (Text::NONE, Text::NONE),
            Self::RequestNull
            | Self::RequestNotUtf8
            | Self::RequestNotJson
            | Self::RequestInvalid
            | Self::RequestTooLarge
            | Self::KeyInvalid
            | Self::ValueInvalid
            | Self::ChangeConflict
            | Self::ValueRejected => self.request_text(),
            Self::XmlMalformed
            | Self::EncodingUnsupported
            | Self::EncodingMismatch
            | Self::EncodingInvalid
            | Self::DtdForbidden
            | Self::DocumentTooLarge => self.document_text(),
            Self::SectionEncrypted
            | Self::SectionExternal
            | Self::SectionDuplicated
            | Self::UnexpectedRoot
            | Self::LocationNotFound
            | Self::SectionAmbiguous => self.section_text(),
            Self::BackupDirectoryUnavailable | Self::BackupNotFound | Self::BackupDamaged => self.backup_text(),
            Self::FactsNotJson | Self::FactsVersion | Self::FactsInvalid | Self::PlanInvalid => self.facts_text(),
            Self::CertificateInvalid | Self::CertificateTrailing => self.certificate_text(),
            Self::Panic | Self::Internal => self.library_text(),
            _ => self.file_text(),
        };
        StatusText { message, hint }
    }

    const fn request_text(self) -> (Text, Text) {
        match self {
            Self::RequestNull => (
                Text::new("The request is missing (a NULL pointer).", "La requête est absente (pointeur NULL)."),
                Text::new(
                    "Pass a UTF-8 JSON document and its length.",
                    "Passez un document JSON en UTF-8 et sa longueur.",
                ),
            ),
            Self::RequestNotUtf8 => (
                Text::new("The request is not UTF-8 text.", "La requête n'est pas un texte UTF-8."),
                Text::new(
                    "Encode the request as UTF-8 without a byte order mark.",
                    "Encodez la requête en UTF-8, sans marque d'ordre d'octets.",
                ),
            ),
            Self::RequestNotJson => (
                Text::new(
                    "The request is not a JSON document: {detail}.",
                    "La requête n'est pas un document JSON : {detail}.",
                ),
                Text::new(
                    "See docs/schema for the schema of each request.",
                    "Le schéma de chaque requête est décrit dans docs/schema.",
                ),
            ),
            Self::RequestInvalid => (
                Text::new(
                    "The request does not match its schema: {detail}.",
                    "La requête n'est pas conforme à son schéma : {detail}.",
                ),
                Text::new(
                    "See docs/schema for the schema of each request.",
                    "Le schéma de chaque requête est décrit dans docs/schema.",
                ),
            ),
            Self::RequestTooLarge => (
                Text::new(
                    "The request is larger than the limit of {limit} bytes.",
                    "La requête dépasse la limite de {limit} octets.",
                ),
                Text::new("Split it into smaller requests.", "Découpez-la en requêtes plus petites."),
            ),
            Self::KeyInvalid => (
                Text::new(
                    "The key cannot be written in XML: {detail}.",
                    "La clé ne peut pas être écrite en XML : {detail}.",
                ),
                Text::new(
                    "Type the key again instead of pasting it.",
                    "Saisissez de nouveau la clé au lieu de la coller.",
                ),
            ),
            Self::ValueInvalid => (
                Text::new(
                    "The value of {name} cannot be written in XML: {detail}.",
                    "La valeur de {name} ne peut pas être écrite en XML : {detail}.",
                ),
                Text::new(
                    "Remove the character, or encode the value (in Base64, for example).",
                    "Supprimez ce caractère, ou codez la valeur (en Base64 par exemple).",
                ),
            ),
            Self::ValueRejected => (
                Text::new(
                    "The value for {name} was not written. {detail}",
                    "La valeur de {name} n'a pas été écrite. {detail}",
                ),
                Text::new(
                    "{advice} To write the value unchanged, use -SkipValueCheck (skipValueCheck in a request).",
                    "{advice} Pour écrire la valeur telle quelle, utilisez -SkipValueCheck (skipValueCheck dans une requête).",
                ),
            ),
            _ => (
                Text::new(
                    "The key {name} is changed twice in one request.",
                    "La clé {name} est modifiée deux fois dans la même requête.",
                ),
                Text::new(
                    "Keys are not case-sensitive. Specify each key once.",
                    "Les clés ne respectent pas la casse. Indiquez chaque clé une seule fois.",
                ),
            ),
        }
    }

    const fn document_text(self) -> (Text, Text) {
        match self {
            Self::XmlMalformed => (
                Text::new(
                    "The file is not well-formed XML: {detail}.",
                    "Le fichier n'est pas du XML bien formé : {detail}.",
                ),
                Text::new(
                    "Correct the file at this place, or restore a backup (Get-UcConfigBackup, Restore-UcConfig). Nothing was changed.",
                    "Corrigez le fichier à cet endroit, ou restaurez une sauvegarde (Get-UcConfigBackup, Restore-UcConfig). Rien n'a été modifié.",
                ),
            ),
            Self::EncodingUnsupported => (
                Text::new("The encoding {name} is not supported.", "L'encodage {name} n'est pas pris en charge."),
                Text::new(
                    "Save the file as UTF-8, and specify UTF-8 in its XML declaration.",
                    "Enregistrez le fichier en UTF-8, et indiquez UTF-8 dans sa déclaration XML.",
                ),
            ),
            Self::EncodingMismatch => (
                Text::new(
                    "The XML declaration specifies {name}, but the bytes of the file are {detail}.",
                    "La déclaration XML indique {name}, mais les octets du fichier sont en {detail}.",
                ),
                Text::new(
                    "Correct the encoding in the first line, or save the file in the encoding that it specifies.",
                    "Corrigez l'encodage dans la première ligne, ou enregistrez le fichier dans l'encodage indiqué.",
                ),
            ),
            Self::EncodingInvalid => (
                Text::new(
                    "The file contains bytes that are not valid text in its encoding, {name}.",
                    "Le fichier contient des octets qui ne sont pas du texte valide dans son encodage, {name}.",
                ),
                Text::new(
                    "Open the file in an editor that shows its encoding and save it as UTF-8.",
                    "Ouvrez le fichier dans un éditeur qui affiche l'encodage et enregistrez-le en UTF-8.",
                ),
            ),
            Self::DtdForbidden => (
                Text::new(
                    "The file contains a document type declaration (DOCTYPE), which is not allowed.",
                    "Le fichier contient une déclaration de type de document (DOCTYPE), qui n'est pas autorisée.",
                ),
                Text::new(
                    "Remove the DOCTYPE declaration; configuration files do not need one.",
                    "Supprimez la déclaration DOCTYPE ; un fichier de configuration n'en a pas besoin.",
                ),
            ),
            _ => (
                Text::new(
                    "The file is larger than the limit of {limit} bytes.",
                    "Le fichier dépasse la limite de {limit} octets.",
                ),
                Text::new(
                    "Check the path; configuration files are rarely larger than a few hundred kilobytes.",
                    "Vérifiez le chemin ; un fichier de configuration dépasse rarement quelques centaines de kilo-octets.",
                ),
            ),
        }
    }

    const fn section_text(self) -> (Text, Text) {
        match self {
            Self::SectionEncrypted => (
                Text::new(
                    "The appSettings section is encrypted with {name}.",
                    "La section appSettings est chiffrée avec {name}.",
                ),
                Text::new(
                    "Decrypt the section on its server first (aspnet_regiis -pdf \"appSettings\" <folder>), edit it, and encrypt it again (-pef).",
                    "Déchiffrez-la d'abord sur son serveur (aspnet_regiis -pdf \"appSettings\" <dossier>), modifiez-la, puis chiffrez-la de nouveau (-pef).",
                ),
            ),
            Self::SectionExternal => (
                Text::new(
                    "The appSettings section is in another file, {name} (configSource).",
                    "La section appSettings se trouve dans un autre fichier, {name} (configSource).",
                ),
                Text::new("Use this command on {name} instead.", "Exécutez la commande sur {name}."),
            ),
            Self::SectionDuplicated => (
                Text::new(
                    "The appSettings section appears twice in the file; .NET refuses such a file.",
                    "La section appSettings apparaît deux fois dans le fichier ; .NET refuse un tel fichier.",
                ),
                Text::new(
                    "Merge the two sections manually. A location element without a path, or with the path \".\", applies to the whole file.",
                    "Fusionnez les deux sections manuellement. Un élément location sans chemin, ou de chemin « . », s'applique à tout le fichier.",
                ),
            ),
            Self::UnexpectedRoot => (
                Text::new(
                    "The root element is {name}; configuration files have the root element configuration or appSettings.",
                    "L'élément racine est {name} ; un fichier de configuration a pour élément racine configuration ou appSettings.",
                ),
                Text::new(
                    "Check the path: this does not appear to be a web.config or app.config file.",
                    "Vérifiez le chemin : ce fichier ne semble pas être un fichier web.config ou app.config.",
                ),
            ),
            Self::LocationNotFound => (
                Text::new(
                    "The file has no location element with the path {name}.",
                    "Le fichier n'a pas d'élément location de chemin {name}.",
                ),
                Text::new("Location paths in this file: {detail}.", "Chemins location de ce fichier : {detail}."),
            ),
            _ => (
                Text::new(
                    "The appSettings section is not valid for .NET, and an edit could change its meaning: {detail}.",
                    "La section appSettings n'est pas valide pour .NET, et une modification pourrait en changer le sens : {detail}.",
                ),
                Text::new(
                    "Correct the section first; Test-UcConfig lists every problem with its line.",
                    "Corrigez d'abord la section ; Test-UcConfig affiche chaque problème avec sa ligne.",
                ),
            ),
        }
    }

    const fn file_text(self) -> (Text, Text) {
        match self {
            Self::FileNotFound => (
                Text::new("The file {path} does not exist.", "Le fichier {path} n'existe pas."),
                Text::new("Check the path.", "Vérifiez le chemin."),
            ),
            Self::DirectoryNotFound => (
                Text::new("The folder of {path} does not exist.", "Le dossier de {path} n'existe pas."),
                Text::new("Check the path.", "Vérifiez le chemin."),
            ),
            Self::AccessDenied => (
                Text::new("Access to {path} was denied: {detail}.", "L'accès à {path} est refusé : {detail}."),
                Text::new(
                    "Start the shell as administrator, with an account that has write access to this folder.",
                    "Démarrez le shell en tant qu'administrateur, avec un compte qui a accès en écriture à ce dossier.",
                ),
            ),
            Self::FileReadOnly => (
                Text::new("The file {path} is read-only.", "Le fichier {path} est en lecture seule."),
                Text::new(
                    "Find out why the file is read-only; then clear the attribute (Set-ItemProperty -Name IsReadOnly -Value $false) and try again.",
                    "Cherchez pourquoi le fichier est en lecture seule, puis supprimez l'attribut (Set-ItemProperty -Name IsReadOnly -Value $false) et réessayez.",
                ),
            ),
            Self::FileInUse => (
                Text::new(
                    "The file {path} is in use by another process: {detail}.",
                    "Le fichier {path} est utilisé par un autre processus : {detail}.",
                ),
                Text::new(
                    "Close the editor or the backup program that uses the file and try again. Nothing was changed.",
                    "Fermez l'éditeur ou le logiciel de sauvegarde qui utilise le fichier et réessayez. Rien n'a été modifié.",
                ),
            ),
            Self::DiskFull => (
                Text::new(
                    "There is not enough space on the disk for {path}.",
                    "L'espace disque est insuffisant pour {path}.",
                ),
                Text::new(
                    "Free some space and try again. The file was not changed.",
                    "Libérez de l'espace et réessayez. Le fichier n'a pas été modifié.",
                ),
            ),
            _ => self.path_text(),
        }
    }

    const fn path_text(self) -> (Text, Text) {
        match self {
            Self::PathTooLong => (
                Text::new(
                    "The path {path} is too long for this system.",
                    "Le chemin {path} est trop long pour ce système.",
                ),
                Text::new(
                    "Use a shorter path, or map a drive to one of its folders.",
                    "Utilisez un chemin plus court, ou associez un lecteur à l'un de ses dossiers.",
                ),
            ),
            Self::PathInvalid => (
                Text::new("'{path}' is not the path of a file.", "« {path} » n'est pas le chemin d'un fichier."),
                Text::new(
                    "Specify the full path of a configuration file.",
                    "Indiquez le chemin complet d'un fichier de configuration.",
                ),
            ),
            Self::NotAFile => (
                Text::new(
                    "{path} is a folder or a device, not a file.",
                    "{path} est un dossier ou un périphérique, pas un fichier.",
                ),
                Text::new(
                    "Add the file name, for example web.config.",
                    "Ajoutez le nom du fichier, par exemple web.config.",
                ),
            ),
            Self::FileChanged => (
                Text::new(
                    "The file {path} was changed by another program in the meantime. That version was kept.",
                    "Le fichier {path} a été modifié entre-temps par un autre programme. Cette version a été conservée.",
                ),
                Text::new(
                    "Check the file, then run the command again.",
                    "Vérifiez le fichier, puis exécutez de nouveau la commande.",
                ),
            ),
            Self::LockTimeout => (
                Text::new(
                    "Another edit of {path} is still running.",
                    "Une autre modification de {path} est encore en cours.",
                ),
                Text::new("Wait until it ends and try again.", "Attendez qu'elle se termine et réessayez."),
            ),
            Self::FileHasHardLinks => (
                Text::new(
                    "The file {path} has hard links. Replacing it would break them.",
                    "Le fichier {path} a des liens physiques. Son remplacement les romprait.",
                ),
                Text::new(
                    "Remove the other hard links, or copy the file to a new name.",
                    "Supprimez les autres liens physiques, ou copiez le fichier sous un nouveau nom.",
                ),
            ),
            _ => (
                Text::new("Processing {path} failed: {detail}.", "Le traitement de {path} a échoué : {detail}."),
                Text::new(
                    "The file was not changed. Correct what the operating system reports and try again.",
                    "Le fichier n'a pas été modifié. Corrigez ce que signale le système d'exploitation et réessayez.",
                ),
            ),
        }
    }

    const fn backup_text(self) -> (Text, Text) {
        match self {
            Self::BackupDirectoryUnavailable => (
                Text::new(
                    "The backup cannot be written to {path}: {detail}. Nothing was changed.",
                    "Impossible d'écrire une sauvegarde dans {path} : {detail}. Rien n'a été modifié.",
                ),
                Text::new(
                    "Specify another folder (-BackupDirectory), or edit without a backup (-NoBackup).",
                    "Indiquez un autre dossier (-BackupDirectory), ou modifiez sans sauvegarde (-NoBackup).",
                ),
            ),
            Self::BackupNotFound => (
                Text::new("There is no backup {name} of {path}.", "Il n'existe pas de sauvegarde {name} de {path}."),
                Text::new(
                    "List the backups with Get-UcConfigBackup.",
                    "Listez les sauvegardes avec Get-UcConfigBackup.",
                ),
            ),
            _ => (
                Text::new(
                    "The backup {name} of {path} is damaged: {detail}.",
                    "La sauvegarde {name} de {path} est endommagée : {detail}.",
                ),
                Text::new(
                    "Choose an older backup (Get-UcConfigBackup).",
                    "Choisissez une sauvegarde plus ancienne (Get-UcConfigBackup).",
                ),
            ),
        }
    }

    const fn facts_text(self) -> (Text, Text) {
        match self {
            Self::FactsNotJson => (
                Text::new(
                    "The facts file is not valid JSON, or is truncated: {detail}.",
                    "Le fichier de faits n'est pas du JSON valide, ou il est tronqué : {detail}.",
                ),
                Text::new(
                    "Copy the file again from the computer where it was collected, or collect it again (Export-UcFact).",
                    "Copiez de nouveau le fichier à partir de l'ordinateur d'origine, ou collectez-le de nouveau (Export-UcFact).",
                ),
            ),
            Self::FactsVersion => (
                Text::new(
                    "The schema of the file is {found}, not {expected}.",
                    "Le schéma du fichier est {found}, et non {expected}.",
                ),
                Text::new(
                    "Collect the facts with the same version of the module on every computer (Export-UcFact).",
                    "Collectez les faits avec la même version du module sur tous les ordinateurs (Export-UcFact).",
                ),
            ),
            Self::FactsInvalid => (
                Text::new(
                    "The facts file does not match its schema: {detail}.",
                    "Le fichier de faits n'est pas conforme à son schéma : {detail}.",
                ),
                Text::new(
                    "Do not edit facts files manually; collect the file again (Export-UcFact). For the schema, see docs/schema/facts.json.",
                    "Ne modifiez pas manuellement un fichier de faits ; collectez-le de nouveau (Export-UcFact). Pour le schéma, voir docs/schema/facts.json.",
                ),
            ),
            _ => (
                Text::new("The plan cannot be used: {detail}.", "Le plan ne peut pas être utilisé : {detail}."),
                Text::new(
                    "Create a new plan from current facts (Get-UcPlan).",
                    "Créez un nouveau plan à partir de faits actuels (Get-UcPlan).",
                ),
            ),
        }
    }

    const fn certificate_text(self) -> (Text, Text) {
        match self {
            Self::CertificateInvalid => (
                Text::new(
                    "The bytes of {name} are not a certificate: {detail}.",
                    "Les octets de {name} ne sont pas un certificat : {detail}.",
                ),
                Text::new(
                    "Export the certificate again, as a file in DER or Base64 (.cer).",
                    "Exportez de nouveau le certificat, dans un fichier DER ou Base64 (.cer).",
                ),
            ),
            _ => (
                Text::new(
                    "There is extra data after the end of {name}, from byte {offset} on.",
                    "Il y a des données supplémentaires après la fin de {name}, à partir de l'octet {offset}.",
                ),
                Text::new(
                    "Specify one certificate at a time, without other data.",
                    "Indiquez un seul certificat à la fois, sans autre donnée.",
                ),
            ),
        }
    }

    const fn library_text(self) -> (Text, Text) {
        match self {
            Self::Panic => (
                Text::new("An internal error occurred: {detail}.", "Une erreur interne s'est produite : {detail}."),
                Text::new(
                    "No file was partially written. Please report this message.",
                    "Aucun fichier n'a été écrit partiellement. Merci de signaler ce message.",
                ),
            ),
            _ => (
                Text::new(
                    "The result failed its verification, and nothing was written: {detail}.",
                    "La vérification du résultat a échoué, et rien n'a été écrit : {detail}.",
                ),
                Text::new(
                    "Please report this message together with the file.",
                    "Merci de signaler ce message avec le fichier concerné.",
                ),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn placeholders(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect()
    }

    #[test]
    fn numbers_and_names_are_unique_and_in_order() {
        let codes: Vec<i32> = Status::ALL.iter().map(|status| status.code()).collect();
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
        assert_eq!(Status::XmlMalformed.code(), 201, "numbers are a promise");
        assert_eq!(Status::XmlMalformed.name(), "XmlMalformed");
    }

    #[test]
    fn every_status_speaks_both_languages_with_the_same_blanks() {
        for status in Status::ALL.iter().skip(1) {
            let StatusText { message, hint } = status.text();
            for text in [message, hint] {
                assert!(!text.en.is_empty() && !text.fr.is_empty(), "{status:?}");
                assert_ne!(text.en, text.fr, "{status:?}");
                assert_eq!(placeholders(text.en), placeholders(text.fr), "{status:?}");
            }
        }
    }
}
