@echo off
rem Starts the program; see the comments in "gits", which does the same on Linux and macOS.
rem Builds it first where it is missing, has another pom, or was fetched anew. Needs a JDK, 17 or newer.
setlocal EnableExtensions
chcp 65001 >nul
set "HERE=%~dp0"
set "JAR=%HERE%target\gits.jar"
set "BUILT=%HERE%target\gits.pom"
set "HEAD=%HERE%.git\logs\HEAD"
set "BUILTHEAD=%HERE%target\gits.head"

if defined JAVA_HOME (
  set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
  for %%J in (java.exe) do set "JAVA=%%~$PATH:J"
)
if not defined JAVA goto nojava
if not exist "%JAVA%" goto nojava
for %%D in ("%JAVA%\..\..") do set "JDK=%%~fD"
set VERSION=0
set FULLVERSION=0
if exist "%JDK%\release" for /f "tokens=1,2 delims==" %%K in ('type "%JDK%\release"') do if "%%K"=="JAVA_VERSION" (
  set "FULLVERSION=%%~L"
  for /f "delims=.-+" %%V in (%%L) do set "VERSION=%%V"
)
if not %VERSION%==0 if %VERSION% LSS 17 goto nojava

if not exist "%JAR%" goto build
fc /b "%HERE%pom.xml" "%BUILT%" >nul 2>&1
if errorlevel 1 goto build
if not exist "%HEAD%" goto built
fc /b "%HEAD%" "%BUILTHEAD%" >nul 2>&1
if errorlevel 1 goto build
goto built
:build
echo Bygger programmet. Första gången hämtas det som behövs; det tar någon minut. 1>&2
pushd "%HERE%"
call "%HERE%mvnw.cmd" -q -B -Dmaven.test.skip=true package 1>&2
set RESULT=%ERRORLEVEL%
popd
if not %RESULT%==0 goto nobuild
del /q "%HERE%target\gits-*.jsa*" "%HERE%target\gits-*.aot*" >nul 2>&1
copy /y "%HERE%pom.xml" "%BUILT%" >nul
if exist "%HEAD%" copy /y "%HEAD%" "%BUILTHEAD%" >nul
:built

set COMMON=-XX:+UseSerialGC -XX:-UsePerfData -XX:TieredStopAtLevel=1 -Xlog:disable -Xlog:all=off
if %VERSION% GEQ 24 set COMMON=%COMMON% --enable-native-access=ALL-UNNAMED
if %VERSION% GEQ 25 (
  set "ARCHIVE=%HERE%target\gits-%FULLVERSION%.aot"
  set "MAKE=-XX:AOTCacheOutput"
  set "USE=-XX:AOTCache"
) else (
  set "ARCHIVE=%HERE%target\gits-%FULLVERSION%.jsa"
  set "MAKE=-XX:ArchiveClassesAtExit"
  set "USE=-XX:SharedArchiveFile"
)
if exist "%ARCHIVE%" goto archived
if exist "%ARCHIVE%.none" goto archived
rem A month of a small example loads what any month loads. A start without archive is only slower.
if exist "%HERE%target\practice" rd /s /q "%HERE%target\practice"
"%JAVA%" %COMMON% "%MAKE%=%ARCHIVE%.new" -jar "%JAR%" invoice 2023-01 --date 2023-01-31 --input "%HERE%src\main\practice" --output "%HERE%target\practice" >nul 2>&1
if exist "%ARCHIVE%.new" (move /y "%ARCHIVE%.new" "%ARCHIVE%" >nul) else (type nul > "%ARCHIVE%.none")
if exist "%HERE%target\practice" rd /s /q "%HERE%target\practice"
:archived
if not exist "%ARCHIVE%" goto plain
"%JAVA%" %COMMON% "%USE%=%ARCHIVE%" -jar "%JAR%" %*
exit /b %ERRORLEVEL%
:plain
"%JAVA%" %COMMON% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:nojava
echo Java saknas eller är för gammal. Installera en JDK, version 17 eller senare. 1>&2
echo There is no Java, or it is too old. Install a JDK, version 17 or newer. 1>&2
exit /b 6
:nobuild
echo Bygget misslyckades. 1>&2
echo The build failed. 1>&2
exit /b 6
