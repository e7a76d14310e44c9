# Certificates made by openssl for one run: authorities, servers, clients, good and bad. For the fault rig and the
# security cases.

import os
import subprocess
import uuid

EXPIRED = ("20190101000000Z", "20200101000000Z")
NOT_YET_VALID = ("20700101000000Z", "20710101000000Z")


def openssl(*arguments):
    nowhere = subprocess.DEVNULL
    subprocess.run(["openssl", *arguments], check=True, stdin=nowhere, stdout=nowhere, stderr=nowhere)


def new_key(name, key, request):
    kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    openssl("req", "-new", *kind, "-subj", f"/CN={name}", "-keyout", key, "-out", request)


def write_key_store(path, key, certificate):
    """A key store of a broker: a key and its certificate in one file."""
    with open(path, "w", encoding="ascii") as file:
        for part in (key, certificate):
            with open(part, encoding="ascii") as source:
                file.write(source.read())


class Authority:
    """A certificate authority in a folder of its own, good for two days from now on or between two dates."""

    def __init__(self, folder, name, dates=None):
        self.folder, self.name = folder, name
        os.makedirs(folder, exist_ok=True)
        self.key, self.certificate = self._path(f"{name}.key"), self._path(f"{name}.crt")
        request = self._path(f"{name}.csr")
        new_key(name, self.key, request)
        extensions = self._write(f"{name}.ext", "basicConstraints=critical,CA:true\n")
        if dates is None:
            signer = ["-signkey", self.key, "-days", "2"]
            openssl("x509", "-req", "-in", request, *signer, "-extfile", extensions, "-out", self.certificate)
        else:
            self._sign(name, extensions, dates, "-selfsign", "-keyfile", self.key)

    def issue(self, name, host="localhost", dates=None, address=None):
        """Key and certificate for a host, by its address too if it is given, or a client; good for a day from now on or
        between two dates."""
        key, request, certificate = (self._path(f"{name}.{part}") for part in ("key", "csr", "crt"))
        new_key(host, key, request)
        extensions = self._write(f"{name}.ext", f"subjectAltName=DNS:{host}{f',IP:{address}' if address else ''}\n")
        if dates is None:
            signer = ["-CA", self.certificate, "-CAkey", self.key, "-set_serial", str(uuid.uuid4().int), "-days", "1"]
            openssl("x509", "-req", "-in", request, *signer, "-extfile", extensions, "-out", certificate)
        else:
            self._sign(name, extensions, dates, "-cert", self.certificate, "-keyfile", self.key)
        return key, certificate

    def revoke(self, name):
        """A revocation list that holds the certificate issued under this name."""
        own = [
            "-config",
            self._configuration(name, self._path(f"{name}.ext")),
            "-cert",
            self.certificate,
            "-keyfile",
            self.key,
        ]
        openssl("ca", *own, "-revoke", self._path(f"{name}.crt"))
        openssl("ca", *own, "-gencrl", "-crldays", "1", "-out", self._path(f"{name}.crl"))
        return self._path(f"{name}.crl")

    def _sign(self, name, extensions, dates, *signer):
        """Only `openssl ca` of Debian 12 takes dates."""
        between = ["-startdate", dates[0], "-enddate", dates[1]]
        files = ["-in", self._path(f"{name}.csr"), "-out", self._path(f"{name}.crt")]
        openssl("ca", "-batch", "-config", self._configuration(name, extensions), *signer, *between, *files, "-notext")

    def _configuration(self, name, extensions):
        """The path of a file for `openssl ca`, whose books are kept for this name alone."""
        index, serial = self._write(f"{name}.index", ""), self._write(f"{name}.serial", f"{uuid.uuid4().hex}\n")
        with open(extensions, encoding="ascii") as file:
            return self._write(
                f"{name}.ca.conf",
                f"[ca]\ndefault_ca=own\n[own]\nnew_certs_dir={self.folder}\ndatabase={index}\nserial={serial}\n"
                f"default_md=sha256\npolicy=any\nunique_subject=no\nx509_extensions=names\n[any]\ncommonName=supplied\n"
                f"[names]\n{file.read()}",
            )

    def _path(self, name):
        return os.path.join(self.folder, name)

    def _write(self, name, text):
        with open(self._path(name), "w", encoding="ascii") as file:
            file.write(text)
        return self._path(name)
