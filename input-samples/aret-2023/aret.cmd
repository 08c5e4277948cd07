@echo off
rem Budgetåret 2023 som det blev, månad för månad; se aret.sh, som gör detsamma på Linux och macOS.
rem   input-samples\aret-2023\aret.cmd [MAPP]     MAPP är resultatets mapp, annars reports\aret-2023
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
set "HERE=%~dp0"
for %%D in ("%HERE%..\..") do set "ROOT=%%~fD"
set "OUTPUT=%~1"
if not defined OUTPUT set "OUTPUT=%ROOT%\reports\aret-2023"
if exist "%OUTPUT%\register" goto exists

call :stage 01-januari
echo.
echo Januari. Budgeten är beslutad. SCB:s siffror för 2022 har inte kommit; de för 2021 gäller så länge.
call :gits check || goto failed
call :gits invoice 2023-01 --date 2023-01-31 || goto failed
echo.
echo Februari. Ingenting har ändrats.
call :gits invoice 2023-02 --date 2023-02-28 || goto failed

call :stage 02-nya-folkmangdssiffror
set "REASON=Nya folkmängdssiffror från SCB"
echo.
echo Mars. SCB:s siffror för 2022 gäller hela året. Januari och februari justeras; först ett utkast.
call :gits check || goto failed
call :gits preview 2023-03 --date 2023-03-31 --reason "%REASON%" || goto failed
echo.
echo Ekonomi har läst utkastet. Mars utfärdas.
call :gits invoice 2023-03 --date 2023-03-31 --reason "%REASON%" || goto failed
echo.
echo April. Ingenting har ändrats.
call :gits invoice 2023-04 --date 2023-04-30 || goto failed

call :stage 03-tillagg-i-maj
set "REASON=Tillägg beslutat av SITIV 2023-05-12, § 4 (exempel)"
echo.
echo Maj. SITIV har beslutat om mer support, från januari, och om en ny tjänst, e-arkiv, från maj.
call :gits check || goto failed
call :gits preview 2023-05 --date 2023-05-31 --reason "%REASON%" || goto failed
echo.
echo Maj utfärdas. Ingen ser att e-arkivets nyckel är skriven 50/50. Beslutet är 70/30.
call :gits invoice 2023-05 --date 2023-05-31 --reason "%REASON%" || goto failed
echo.
echo Juni. Ingenting har ändrats.
call :gits invoice 2023-06 --date 2023-06-30 || goto failed

call :stage 04-rattad-nyckel
set "REASON=Falköping använder inte e-arkivet (exempel)"
echo.
echo Juli. Nyckeln är rättad. Falköping använder inte e-arkivet och får sin majfaktura krediterad.
call :gits check || goto failed
call :gits credit 2023-05 --party 1499 --date 2023-07-14 --reason "%REASON%" || goto failed
echo.
echo Falköping får en ny faktura för maj, på det rättade underlaget.
call :gits invoice 2023-05 --party 1499 --date 2023-07-14 || goto failed
set "REASON=E-arkivets nyckel rättad till 70/30, och Falköping ur tjänsten (exempel)"
echo.
echo Juli utfärdas. Maj och juni justeras för de andra, juni för Falköping; först ett utkast.
call :gits preview 2023-07 --date 2023-07-31 --reason "%REASON%" || goto failed
call :gits invoice 2023-07 --date 2023-07-31 --reason "%REASON%" || goto failed
echo.
echo Augusti till december. Ingenting har ändrats.
call :gits invoice 2023-08 --date 2023-08-31 || goto failed
call :gits invoice 2023-09 --date 2023-09-30 || goto failed
call :gits invoice 2023-10 --date 2023-10-31 || goto failed
call :gits invoice 2023-11 --date 2023-11-30 || goto failed
call :gits invoice 2023-12 --date 2023-12-31 || goto failed

call :stage 05-bokslut
echo.
echo Bokslut. Utfallet är känt. Året avräknas; först ett utkast.
call :gits check || goto failed
call :gits settle 2023 --preview --date 2024-01-31 || goto failed
echo.
echo Ekonomi har läst utkastet. Året avräknas, och är sedan stängt.
call :gits settle 2023 --date 2024-01-31 || goto failed
echo.
echo Den ekonomiska redogörelsen för året.
call :gits report 2023 || goto failed
echo.
echo Läget efter året.
call :gits status || goto failed
exit /b 0

:stage
set "STAGE=%1"
echo.
echo Underlag: input-samples\aret-2023\%STAGE%
exit /b 0

:gits
echo   gits %*
call "%ROOT%\gits.cmd" %* --input "%HERE%%STAGE%" --output "%OUTPUT%"
exit /b %ERRORLEVEL%

:failed
exit /b %ERRORLEVEL%

:exists
echo I %OUTPUT% finns redan ett register. Ta bort mappen, eller ange en annan. 1>&2
exit /b 5
