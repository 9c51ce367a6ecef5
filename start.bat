@echo off
rem Double-click: makes the environment the first time, then opens JupyterLab on the notebooks.
rem Words after it are passed on:  start.bat batch    start.bat brief 140100
rem A batch file and no PowerShell script: Windows does not run scripts of the latter kind unless its policy is changed.
rem All lines are ASCII, but for those after the code page was set to UTF-8.
setlocal
cd /d "%~dp0"
set "PYTHON="
for %%V in (3.12 3.13 3.14 3.11) do if not defined PYTHON (
    py -%%V -c "" >nul 2>nul && set "PYTHON=py -%%V"
)
if not defined PYTHON (
    python -c "import sys; sys.exit(0 if sys.version_info >= (3, 0) else 1)" >nul 2>nul && set "PYTHON=python"
)
if not defined PYTHON goto nopython
%PYTHON% tools\start.py %*
set "RESULT=%ERRORLEVEL%"
if not "%RESULT%"=="0" if "%~1"=="" pause
exit /b %RESULT%

:nopython
chcp 65001 >nul
echo.
echo 没有找到 Python。请从 https://www.python.org/downloads/windows/ 下载
echo “Windows installer (64-bit)” 3.12 版，安装时勾选 “Add python.exe to PATH”，再双击本文件。
echo.
echo Python was not found. Download "Windows installer (64-bit)", version 3.12, from the address above,
echo tick "Add python.exe to PATH" while installing, then double-click this file again.
echo.
pause
exit /b 1
