# python3 call.py KEY.jwk METHOD URL [BODY]   (needs the package cryptography)
import base64, hashlib, json, secrets, sys, time, urllib.error, urllib.parse, urllib.request
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

key_file, method, url, body = (sys.argv[1:] + [""])[:4]
jwk, parts, content = json.load(open(key_file)), urllib.parse.urlsplit(url), body.encode()
key = Ed25519PrivateKey.from_private_bytes(base64.urlsafe_b64decode(jwk["d"] + "="))
b64 = lambda data: base64.b64encode(data).decode()
digest = {"content-digest": f"sha-256=:{b64(hashlib.sha256(content).digest())}:", "idempotency-key": secrets.token_hex(16)}
headers = {} if method == "GET" else digest | ({"content-type": "application/json"} if body else {})
covered = {"@method": method, "@authority": parts.netloc, "@path": parts.path, "@query": "?" + parts.query} | headers
now, names = int(time.time()), " ".join(f'"{name}"' for name in covered)
params = f'({names});created={now};expires={now + 60};nonce="{secrets.token_hex(16)}";keyid="{jwk["kid"]}";tag="microwallet-v1"'
base = "\n".join(f'"{name}": {value}' for name, value in (covered | {"@signature-params": params}).items())
headers |= {"signature-input": f"sig={params}", "signature": f"sig=:{b64(key.sign(base.encode()))}:"}
request = urllib.request.Request(url, content if method != "GET" else None, headers, method=method)
try:
    answer = urllib.request.urlopen(request)
except urllib.error.HTTPError as refused:
    answer = refused
print(answer.status, answer.read().decode())
