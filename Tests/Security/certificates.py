# Certificates made by openssl for one run: authorities, servers, clients, good and bad.

import os
import subprocess
import uuid

EXPIRED = ("20190101000000Z", "20200101000000Z")
NOT_YET_VALID = ("20700101000000Z", "20710101000000Z")


def openssl(*arguments):
    subprocess.run(["openssl", *arguments], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Authority:
    """A certificate authority in a folder of its own."""

    def __init__(self, folder, name):
        self.folder, self.name = folder, name
        os.makedirs(folder, exist_ok=True)
        self.key, self.certificate = self._path(f"{name}.key"), self._path(f"{name}.crt")
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", f"/CN={name}",
                "-keyout", self.key, "-out", self.certificate)

    def _path(self, name):
        return os.path.join(self.folder, name)

    def issue(self, name, host="localhost", dates=None):
        """Key and certificate for a host or a client, good for a day from now on or between two dates."""
        key, request, certificate, extensions = (self._path(f"{name}.{part}") for part in ("key", "csr", "crt", "ext"))
        with open(extensions, "w", encoding="ascii") as file:
            file.write(f"subjectAltName=DNS:{host}\n")
        openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={host}", "-keyout", key,
                "-out", request)
        if dates is None:
            openssl("x509", "-req", "-in", request, "-CA", self.certificate, "-CAkey", self.key, "-set_serial", str(uuid.uuid4().int), "-days", "1",
                    "-extfile", extensions, "-out", certificate)
            return key, certificate
        # Only `openssl ca` of Debian 12 takes dates.
        for file, content in (("index", ""), ("serial", f"{uuid.uuid4().hex}\n"), ("ca.conf", self._configuration(extensions))):
            with open(self._path(f"{name}.{file}"), "w", encoding="ascii") as out:
                out.write(content.replace("NAME", self._path(name)))
        openssl("ca", "-batch", "-config", self._path(f"{name}.ca.conf"), "-cert", self.certificate, "-keyfile", self.key,
                "-startdate", dates[0], "-enddate", dates[1], "-in", request, "-out", certificate, "-notext")
        return key, certificate

    def _configuration(self, extensions):
        return (f"[ca]\ndefault_ca=own\n[own]\nnew_certs_dir={self.folder}\ndatabase=NAME.index\nserial=NAME.serial\ndefault_md=sha256\n"
                f"policy=any\nunique_subject=no\nx509_extensions=names\n[any]\ncommonName=supplied\n[names]\n{open(extensions).read()}")
