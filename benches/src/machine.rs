//! What has to be known of a machine to read its figures: how many cores it has, and nothing that identifies it.

/// One line above the table.
pub(crate) fn describe() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let plural = if cores == 1 { "core" } else { "cores" };
    format!(
        "{cores} {plural}, {}, {}; medians of one run, in turns. Ratios: how many times as fast as .NET's fastest way \
         (edits), as our own (whole processes, PowerShell), as quick-xml (reading); memory is beyond an idle process.",
        std::env::consts::OS,
        std::env::consts::ARCH
    )
}
