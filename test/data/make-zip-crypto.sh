#!/bin/sh
# Makes exports/raivo-zip-crypto.zip with Info-ZIP, which draws its header at random.
cd "$(dirname "$0")/exports" && rm -f raivo-zip-crypto.zip && zip -q -X -P 'korrekt pferd ñ' raivo-zip-crypto.zip raivo-otp-export.json
