/** Hashes that others have published with their passwords; `source` names where. */
export const publishedHashes: { hash: string; password: string; source: string }[] = [
  {
    hash: "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
    password: "password",
    source: "P-H-C/phc-winner-argon2, src/test.c",
  },
  {
    hash: "$argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ",
    password: "password",
    source: "P-H-C/phc-winner-argon2, src/test.c, version 1.0 without its number",
  },
  {
    hash: "$argon2i$v=19$m=512,t=2,p=2$aI2R0hpDyLm3ltLa+1/rvQ$LqPKjd6n8yniKtAithoR7A",
    password: "password",
    source: "passlib, docs/lib/passlib.hash.argon2",
  },
  {
    hash: "argon2$argon2i$v=19$m=256,t=1,p=1$c29tZXNhbHQ$AJFIsNZTMKTAewB4+ETN1A",
    password: "password",
    source: "passlib, docs/lib/passlib.hash.django_std",
  },
  {
    hash: "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
    password: "U*U",
    source: "Openwall crypt_blowfish, wrapper.c",
  },
  {
    hash: "$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui",
    password: "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789chars after 72 are ignored",
    source: "Openwall crypt_blowfish, wrapper.c",
  },
  {
    hash: "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofLVQylVYT8Pz2LUlwUkKpr55h6F3A1lHkDfzwF7RVdYhw",
    password: "pleaseletmein",
    source: "RFC 7914 section 12, its bytes in PHC form",
  },
  {
    hash: "$pbkdf2$1212$OB.dtnSEXZK8U5cgxU/GYQ$y5LKPOplRmok7CZp/aqVDVg8zGI",
    password: "password",
    source: "passlib, tests/test_handlers_pbkdf2.py",
  },
  {
    hash: "$pbkdf2-sha256$1212$3SABFJGDtyhrQMVt1uABPw$WyaUoqCLgvz97s523nF4iuOqZNbp5Nt8do/cuaa7AiI",
    password: "\u0399\u03c9\u03b1\u03bd\u03bd\u03b7\u03c2",
    source: "passlib, tests/test_handlers_pbkdf2.py",
  },
  {
    hash: "$pbkdf2-sha512$1212$RHY0Fr3IDMSVO/RSZyb5ow$eNLfBK.eVozomMr.1gYa17k9B7KIK25NOEshvhrSX.esqY3s.FvWZViXz4KoLlQI.BzY/YTNJOiKc5gBYFYGww",
    password: "password",
    source: "passlib, tests/test_handlers_pbkdf2.py",
  },
];
