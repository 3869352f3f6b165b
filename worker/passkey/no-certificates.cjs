// In place of what reads X.509 certificates, in the built worker: see [alias] in wrangler.toml. No attestation that has one gets that far.
module.exports = {};
