/** The password of all of them. */
export const costlyPassword = "a quiet harbour at dawn";

/**
 * Hashes at the edges of what an import accepts, the costliest and the cheapest of each form, made by other
 * implementations: scrypt and PBKDF2 by OpenSSL in Node 24, Argon2 by Debian's `argon2`, bcrypt by bcryptjs in Node.
 */
export const costlyHashes: { edge: string; hash: string }[] = [
  { edge: "scrypt, ln=16, r=8, p=2", hash: "$scrypt$ln=16,r=8,p=2$rh2/Y9rKf5RhC2VE1Bky5g$5ylc+udTCFuy6NT0AI/6hsyDUDbrLJ2cYSCLFgVezTw" },
  { edge: "scrypt, ln=15, r=8, p=4", hash: "$scrypt$ln=15,r=8,p=4$e2L2CEuT7kw$1sKnPhf/2LAWITYHPCQ5BFGLkVgGqv+5kgQ3Af57BxaimZ5faPioviyET7goHsMyzXxVaTgqEaiWlM9fNkvW4w" },
  { edge: "scrypt, ln=5, r=8, p=4096", hash: "$scrypt$ln=5,r=8,p=4096$kh4yTsT0ZBkSRa/2xoHt9ANbx/1i4ZFWITrJMsM8Ho9TcVgq8QrjWSUsrhUWCl2NHKzzH8ESAOnlPljHucVnSw$KEKYb5AjgsbDmD5C5tPnhA" },
  { edge: "scrypt, ln=15, r=1, p=32", hash: "$scrypt$ln=15,r=1,p=32$D2W2oMNJZMhAHaPGcadVLw$7/+G/1nP2MDJd0eQ6sNnEBayhgowtVeG7S0Ead2QXms" },
  { edge: "scrypt, ln=14, r=32, p=2", hash: "$scrypt$ln=14,r=32,p=2$WSKYPmD9qr9rgs3xVdnT2w$P6LsXvYJ5OIxwIcEKIzmvRTro37AA9F16mV2NNsgQfrype3uXTcVsHiO1PrwIieXsU2z48bY5cWPDtsxadFEWQ" },
  { edge: "scrypt, ln=1, r=1, p=1", hash: "$scrypt$ln=1,r=1,p=1$w7V+aoYtzeJBXlba2yHnZQ$UGEbkctTfK8YhOomrred/HceRxIIADJqII7/hioERLw" },
  { edge: "scrypt, ln=1, r=4096, p=14", hash: "$scrypt$ln=1,r=4096,p=14$qSiJ4hsln1pRa3wn+eHqrQ$8rqDhVCjgT4hRUEEeo2N4la5Aclg5cGbCMT8mDa9RHM" },
  { edge: "PBKDF2, sha1, 250000 iterations", hash: "$pbkdf2-sha1$i=250000$j/pxmg4u0BQ$ngTTC4FfHjxPBhLzujzpEUt4CVU" },
  { edge: "PBKDF2, sha256, 1300000 iterations", hash: "$pbkdf2-sha256$i=1300000$BgzotF79NOxRNHzG7e7hnKmKpl/QDfPNRYgh7dqOZERFKadpstcA+emuESuBBdjlrcMcVox3vcnmBtLbk1X9Wg$waBYhh7sDTjF/a7v+ucC/xVLPuELb5ckxiaw99Qu6kY" },
  { edge: "PBKDF2, sha512, 250000 iterations", hash: "$pbkdf2-sha512$i=250000$8qKnX9Swppctp6vE7T3BOWb9YcX2ySLMox9bVFk+4M0f6WsmtKDTZeZI5Vymc9qkdN4jwtLdmxDWr6Hqtjqusw$O+KY6sx2DvOC0k5IkVSz4KlhVqcJ7oiIFKdh5g8hYxNmuSJwSOXEl0le7qsKVfORYMl/yqQPtywH/9rp+XbRZg" },
  { edge: "PBKDF2, sha256, 100000 iterations", hash: "$pbkdf2-sha256$i=100000$Arkbvw+18dFwJvQEZZN+Dg$Ry7doOJJv+vPVF0GGQmifTI/EiMaXDbAPcCNfqHk1LM" },
  { edge: "PBKDF2, sha256, 100001 iterations", hash: "$pbkdf2-sha256$i=100001$3LBAQsZQU/D3VgaZBZeLFQ$fIJE3hYLPUHGmAvyZWnSXA" },
  { edge: "PBKDF2, sha1, 1 iterations", hash: "$pbkdf2-sha1$i=1$8nXw67PIC/Y$Wo2SfdVLgbjW3HsAq0XwRA" },
  { edge: "Argon2id, m=65536, t=16, p=1", hash: "$argon2id$v=19$m=65536,t=16,p=1$c2FsdHNhbHQ$m865fHWH4v19ypzNY6JMfqYuwrgIzWs7P7kUwEuf3mA" },
  { edge: "Argon2id, m=65536, t=16, p=16", hash: "$argon2id$v=19$m=65536,t=16,p=16$c2FsdHNhbHQ$mUk55vao8XkDqeZdGbNS6kKo7cT59sK2ZurBHIClkPIb/FVTCGHocPkLemlcAzw1M1kpaGV8qWCwEP5t16dakQ" },
  { edge: "Argon2d, m=8, t=131072, p=1", hash: "$argon2d$v=19$m=8,t=131072,p=1$c3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzcw$Zs/n4vwr5QdXxcakLXTCnw" },
  { edge: "Argon2i, m=128, t=8192, p=16", hash: "$argon2i$v=16$m=128,t=8192,p=16$c2FsdHNhbHQ$nF5WkpA2BoJa8iZJzlrED4veIqg02g3a8JLdd/rMyDE" },
  { edge: "Argon2id, m=19457, t=1, p=1", hash: "$argon2id$v=19$m=19457,t=1,p=1$c2FsdHNhbHRzYWx0$sbni5BjwSiguY4fsc7xM9kmAmCkpsxqdO8ubimghm20" },
  { edge: "Argon2id, m=19456, t=53, p=1", hash: "$argon2id$v=19$m=19456,t=53,p=1$c2FsdHNhbHRzYWx0$+mo0rWk2SlgUFR2xP5mI4X2LimSrHEGG6XHXbhprv0c" },
  { edge: "bcrypt, cost 14", hash: "$2b$14$g1CFFUymJ67B93iWdzwglOdAsMeFf9F3BRMflJ0wiD0ho9o..mccu" },
  { edge: "bcrypt, cost 4", hash: "$2b$04$my5796eN82pm8lfPMi2yUOO2rNsxgLWWXjlH4B7.9KUk1pTvyr60e" },
];
