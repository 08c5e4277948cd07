#!/bin/sh
# Budgetåret 2023 som det blev, månad för månad. LAS-MIG.txt berättar vad varje mapp är, och
# handbokens avsnitt "Ett helt år, månad för månad" går igenom körningen.
#
#   input-samples/aret-2023/aret.sh [MAPP]     MAPP är resultatets mapp, annars reports/aret-2023
#
# GITS=... i miljön är ett annat kommando än startprogrammet. aret.cmd är samma år på Windows.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
home=$(dirname -- "$(dirname -- "$here")")
output=${1:-$home/reports/aret-2023}

if [ -e "$output/register" ]; then
    printf '%s\n' "I $output finns redan ett register. Ta bort mappen, eller ange en annan." >&2
    exit 5
fi

# Härifrån gäller underlaget i en annan mapp.
stage() {
    stage=$1
    printf '\nUnderlag: input-samples/aret-2023/%s\n' "$stage"
}

# Säger vad som händer.
happens() {
    printf '\n%s\n' "$*"
}

# Visar ett kommando och kör det på underlaget.
gits() {
    shown=
    for word in "$@"; do
        case $word in
        *' '*) shown="$shown \"$word\"" ;;
        *) shown="$shown $word" ;;
        esac
    done
    printf '  gits%s\n' "$shown"
    if [ -n "${GITS:-}" ]; then
        # shellcheck disable=SC2086 # ett kommando med argument
        $GITS "$@" --input "$here/$stage" --output "$output"
    else
        "$home/gits" "$@" --input "$here/$stage" --output "$output"
    fi
}

stage 01-januari
happens "Januari. Budgeten är beslutad. SCB:s siffror för 2022 har inte kommit; de för 2021 gäller så länge."
gits check
gits invoice 2023-01 --date 2023-01-31
happens "Februari. Ingenting har ändrats."
gits invoice 2023-02 --date 2023-02-28

stage 02-nya-folkmangdssiffror
reason="Nya folkmängdssiffror från SCB"
happens "Mars. SCB:s siffror för 2022 gäller hela året. Januari och februari justeras; först ett utkast."
gits check
gits preview 2023-03 --date 2023-03-31 --reason "$reason"
happens "Ekonomi har läst utkastet. Mars utfärdas."
gits invoice 2023-03 --date 2023-03-31 --reason "$reason"
happens "April. Ingenting har ändrats."
gits invoice 2023-04 --date 2023-04-30

stage 03-tillagg-i-maj
reason="Tillägg beslutat av SITIV 2023-05-12, § 4 (exempel)"
happens "Maj. SITIV har beslutat om mer support, från januari, och om en ny tjänst, e-arkiv, från maj."
gits check
gits preview 2023-05 --date 2023-05-31 --reason "$reason"
happens "Maj utfärdas. Ingen ser att e-arkivets nyckel är skriven 50/50. Beslutet är 70/30."
gits invoice 2023-05 --date 2023-05-31 --reason "$reason"
happens "Juni. Ingenting har ändrats."
gits invoice 2023-06 --date 2023-06-30

stage 04-rattad-nyckel
reason="Falköping använder inte e-arkivet (exempel)"
happens "Juli. Nyckeln är rättad. Falköping använder inte e-arkivet och får sin majfaktura krediterad."
gits check
gits credit 2023-05 --party 1499 --date 2023-07-14 --reason "$reason"
happens "Falköping får en ny faktura för maj, på det rättade underlaget."
gits invoice 2023-05 --party 1499 --date 2023-07-14
reason="E-arkivets nyckel rättad till 70/30, och Falköping ur tjänsten (exempel)"
happens "Juli utfärdas. Maj och juni justeras för de andra, juni för Falköping; först ett utkast."
gits preview 2023-07 --date 2023-07-31 --reason "$reason"
gits invoice 2023-07 --date 2023-07-31 --reason "$reason"
happens "Augusti till december. Ingenting har ändrats."
gits invoice 2023-08 --date 2023-08-31
gits invoice 2023-09 --date 2023-09-30
gits invoice 2023-10 --date 2023-10-31
gits invoice 2023-11 --date 2023-11-30
gits invoice 2023-12 --date 2023-12-31

stage 05-bokslut
happens "Bokslut. Utfallet är känt. Året avräknas; först ett utkast."
gits check
gits settle 2023 --preview --date 2024-01-31
happens "Ekonomi har läst utkastet. Året avräknas, och är sedan stängt."
gits settle 2023 --date 2024-01-31
happens "Den ekonomiska redogörelsen för året."
gits report 2023
happens "Läget efter året."
gits status
