"""Makes exports/ente-auth-sealed.json with libsodium itself, by PyNaCl: `pip install pynacl`, then run this."""

import base64
import json
import pathlib

from nacl import bindings, pwhash

here = pathlib.Path(__file__).parent / "exports"
links = (here / "ente-auth.txt").read_bytes()
password = "korrekt pferd ñ".encode()
salt = bytes(range(16))
memory, passes = 8 * 1024 * 1024, 3

key = pwhash.argon2id.kdf(32, password, salt, opslimit=passes, memlimit=memory)
state = bindings.crypto_secretstream_xchacha20poly1305_state()
header = bindings.crypto_secretstream_xchacha20poly1305_init_push(state, key)
sealed = bindings.crypto_secretstream_xchacha20poly1305_push(
    state, links, tag=bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
)


def base64_of(data):
    return base64.b64encode(data).decode()


export = {
    "version": 1,
    "kdfParams": {"memLimit": memory, "opsLimit": passes, "salt": base64_of(salt)},
    "encryptedData": base64_of(sealed),
    "encryptionNonce": base64_of(header),
}
(here / "ente-auth-sealed.json").write_text(json.dumps(export) + "\n")
