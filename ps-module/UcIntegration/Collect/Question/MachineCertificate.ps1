# Facts of the machine: the certificates of its stores My and Root. Reads only; private keys are never touched.

Add-UcSection -Path 'machine.certificates' -Text 'Get-ChildItem Cert:\LocalMachine\My' -Read {
    param($Context)
    foreach ($store in 'My', 'Root') {
        foreach ($certificate in (Get-UcAnswer $Context 'Get-ChildItem' @{ Path = 'Cert:\LocalMachine\' + $store } -Target ('Cert:\LocalMachine\' + $store))) {
            ConvertTo-UcStoreCertificate -Certificate $certificate -Store $store
        }
    }
}
