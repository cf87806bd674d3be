

def _krait_default_verify_paths(context, original=SSLContext.set_default_verify_paths):
    """Adds the system's certificates: the OpenSSL inside looks only where it was built."""
    original(context)
    file_variable, file, folder_variable, folder = _ssl.get_default_verify_paths()
    if (os.environ.get(file_variable) or os.environ.get(folder_variable)
            or os.path.exists(file) or os.path.exists(folder)):
        return
    for bundle in ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
                   "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"):
        if os.path.exists(bundle):
            context.load_verify_locations(bundle)
            return


SSLContext.set_default_verify_paths = _krait_default_verify_paths
