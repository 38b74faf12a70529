#Requires -Version 7.0

<#
.SYNOPSIS
Puts ToyGuard onto an ESP32 board, looks at computer and board first, and prints the card that goes with a device.

.DESCRIPTION
A thin script. What is called, in which order, and whether it went well is decided by firmware/Maker (maker flash-plan, flash-check, doctor, label), where it is tested. This script starts nanoff with exactly those arguments and stops at the first call that did not do what it was to do.

Needs PowerShell 7, the .NET 10 SDK or runtime, and nanoff in the pinned version (hardware/firmware.json): dotnet tool install -g nanoff --version 2.5.162

Exit codes: 0 done; 1 something has to be changed first, said in words; 2 wrong use.

.PARAMETER Doctor
Looks at PowerShell, nanoff, ports, chip and firmware. Writes nothing. Each finding comes with its remedy.

.PARAMETER NewLabel
Draws a device's own secrets and writes its card and label, a page to print. With -LostHost and -LostId: new secrets under the old name, for a lost card.

.PARAMETER Board
A folder of hardware/: esp32-devkitc, esp32-wrover, esp32-s3-devkitc, m5stack-core2.

.PARAMETER Role
toy or hub. A hub needs PSRAM; without it the script refuses.

.PARAMETER Port
The board's serial port: COM3, /dev/ttyUSB0. -Doctor lists them.

.PARAMETER Manifest
A toy's manifest. Its trust anchors lie beside it.

.PARAMETER Prebuilt
Takes the image in the folder prebuilt/ beside this script: no compiler is needed.

.PARAMETER Image
Another app image. Without -Image and -Prebuilt the Release build of firmware/Toy or firmware/Hub.

.PARAMETER Firmware
The firmware's version, as long as hardware/firmware.json pins none.

.PARAMETER Offline
A folder of firmware instead of the Internet. With -Fill the folder is filled and nothing else happens.

.PARAMETER Fill
Fills the folder of -Offline, for a day without Internet.

.PARAMETER Production
Says what stock images of nanoFramework cannot do for devices that families get.

.PARAMETER Erase
Wipes the whole flash first: family, rules, networks, lasting name.

.PARAMETER Baud
Bits a second, for long cables: 115200.

.PARAMETER Name
With -NewLabel: what the device is called.

.PARAMETER Out
With -NewLabel: the page to print. Without it both codes are shown in the terminal and kept nowhere.

.PARAMETER WithDisplay
With -NewLabel: the device shows its claim code itself, so that none is printed.

.PARAMETER LostHost
With -NewLabel: the lasting name of the device whose card is lost.

.PARAMETER LostId
With -NewLabel: its id, 16 hexadecimal digits.

.PARAMETER Nanoff
The flasher to start.

.PARAMETER Maker
ToyGuard.Maker.dll, where it was built already. Otherwise the one in prebuilt/, or the sources.

.EXAMPLE
./flash.ps1 -Doctor -Board esp32-devkitc -Port /dev/ttyUSB0

.EXAMPLE
./flash.ps1 -Board esp32-devkitc -Role toy -Port COM3 -Prebuilt -Manifest my.json

.EXAMPLE
./flash.ps1 -Board esp32-wrover -Role hub -Port COM3 -WhatIf

.EXAMPLE
./flash.ps1 -NewLabel -Name 'Story Bear' -Out card.svg
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Flash')]
param(
    [Parameter(Mandatory, ParameterSetName = 'Doctor')] [switch] $Doctor,
    [Parameter(Mandatory, ParameterSetName = 'Label')] [switch] $NewLabel,

    [Parameter(Mandatory, ParameterSetName = 'Flash')]
    [Parameter(ParameterSetName = 'Doctor')] [string] $Board = '',
    [Parameter(Mandatory, ParameterSetName = 'Flash')]
    [Parameter(ParameterSetName = 'Doctor')] [ValidateSet('toy', 'hub')] [string] $Role = 'toy',
    [Parameter(ParameterSetName = 'Flash')]
    [Parameter(ParameterSetName = 'Doctor')] [string] $Port = '',

    [Parameter(ParameterSetName = 'Flash')] [string] $Manifest = '',
    [Parameter(ParameterSetName = 'Flash')] [switch] $Prebuilt,
    [Parameter(ParameterSetName = 'Flash')] [string] $Image = '',
    [Parameter(ParameterSetName = 'Flash')] [string] $Firmware = '',
    [Parameter(ParameterSetName = 'Flash')] [string] $Offline = '',
    [Parameter(ParameterSetName = 'Flash')] [switch] $Fill,
    [Parameter(ParameterSetName = 'Flash')] [switch] $Production,
    [Parameter(ParameterSetName = 'Flash')] [switch] $Erase,
    [Parameter(ParameterSetName = 'Flash')] [int] $Baud = 0,

    [Parameter(Mandatory, ParameterSetName = 'Label')] [string] $Name,
    [Parameter(ParameterSetName = 'Label')] [string] $Out = '',
    [Parameter(ParameterSetName = 'Label')] [switch] $WithDisplay,
    [Parameter(ParameterSetName = 'Label')] [string] $LostHost = '',
    [Parameter(ParameterSetName = 'Label')] [string] $LostId = '',

    [string] $Nanoff = 'nanoff',
    [string] $Maker = ''
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# How a program ended is looked at here, call by call.
$PSNativeCommandUseErrorActionPreference = $false

function Say([string] $text) {
    [Console]::Out.WriteLine($text)
}

# How Maker is started: a built one, the one beside prebuilt images, or the sources.
function Get-MakerStart {
    foreach ($path in @($Maker, [IO.Path]::Combine($PSScriptRoot, 'prebuilt', 'ToyGuard.Maker.dll'))) {
        if ($path -and [IO.File]::Exists($path)) { return @($path) }
    }

    return @('run', '--project', [IO.Path]::Combine($PSScriptRoot, 'firmware', 'Maker'), '--')
}

# Starts Maker and gives its lines back; what it complains about goes to the screen.
function Invoke-Maker([string[]] $arguments, [string[]] $lines) {
    $start = @(Get-MakerStart)
    $answer = @($lines | & dotnet @start @arguments)
    return [pscustomobject] @{ Exit = $LASTEXITCODE; Lines = $answer }
}

# Starts nanoff and gives back a transcript: how it ended, and each line that it printed behind a mark.
function Invoke-Nanoff([string] $name, [string[]] $arguments, [string] $fileText) {
    $file = ''

    try {
        if ($fileText) {
            $file = [IO.Path]::GetTempFileName()
            [IO.File]::WriteAllText($file, $fileText)
            $arguments = @($arguments | ForEach-Object { if ($_ -eq '{file}') { $file } else { $_ } })
        }

        try {
            $printed = @(& $Nanoff @arguments 2>&1 | ForEach-Object { "$_".Replace("`r", '').Split("`n") })
            $exit = $LASTEXITCODE
        }
        catch [Management.Automation.CommandNotFoundException] {
            $printed = @()
            $exit = 127
        }

        return @("== $name $exit") + @($printed | ForEach-Object { "|$_" })
    }
    finally {
        if ($file) { [IO.File]::Delete($file) }
    }
}

# A plan of Maker's: null when it refused, which it has said why.
function Get-Plan([string[]] $arguments) {
    $answer = Invoke-Maker $arguments @()
    if ($answer.Exit -ne 0) { exit $answer.Exit }

    $plan = [Text.Json.JsonDocument]::Parse([string]::Join("`n", $answer.Lines)).RootElement

    foreach ($variable in $plan.GetProperty('environment').EnumerateObject()) {
        [Environment]::SetEnvironmentVariable($variable.Name, $variable.Value.GetString())
    }

    return $plan
}

function Get-Arguments($call) {
    return @(foreach ($argument in $call.GetProperty('arguments').EnumerateArray()) { $argument.GetString() })
}

# May this user open the port?
function Get-Access {
    try {
        if ($IsWindows) {
            $serial = [IO.Ports.SerialPort]::new($Port)
            $serial.Open()
            $serial.Close()
        }
        else {
            [IO.File]::Open($Port, 'Open', 'ReadWrite').Dispose()
        }

        return 'yes'
    }
    catch {
        $cause = $_.Exception.GetBaseException()
        if ($cause -is [UnauthorizedAccessException]) { return $(if ($IsWindows) { 'busy' } else { 'no' }) }
        return 'unknown'
    }
}

function Start-Doctor {
    $seen = @("= powershell $($PSVersionTable.PSVersion)")
    $asked = @('doctor', '--calls')
    $look = @('doctor', '--role', $Role)
    if ($Board) { $look += @('--board', $Board) }

    if ($Port) {
        $asked += @('--port', $Port)
        $seen += @("= port $Port", "= access $(Get-Access)")
    }

    foreach ($call in (Get-Plan $asked).GetProperty('calls').EnumerateArray()) {
        $seen += @(Invoke-Nanoff $call.GetProperty('name').GetString() (Get-Arguments $call) '')

        # Without nanoff there is nothing more to see, and the doctor says so.
        if ($seen[-1] -ceq '== ports 127') {
            $seen = @($seen[0..($seen.Count - 2)])
            break
        }
    }

    $answer = Invoke-Maker $look $seen
    foreach ($line in $answer.Lines) { Say $line }
    return $answer.Exit
}

function Start-Label {
    $asked = @('label', '--name', $Name)
    if ($Out) { $asked += @('--out', $Out) } else { $asked += '--terminal' }
    if ($WithDisplay) { $asked += '--with-display' }
    if ($LostHost -or $LostId) { $asked += @('--new', '--host', $LostHost, '--id', $LostId) }
    if (-not $PSCmdlet.ShouldProcess($Name, 'Draw new secrets')) { return 0 }

    $answer = Invoke-Maker $asked @()
    foreach ($line in $answer.Lines) { Say $line }
    return $answer.Exit
}

function Start-Flash {
    $program = if ($Role -eq 'hub') { 'Hub' } else { 'Toy' }
    $app = $Image

    if (-not $app) {
        $app = if ($Prebuilt) { [IO.Path]::Combine($PSScriptRoot, 'prebuilt', "ToyGuard.$program.bin") }
        else { [IO.Path]::Combine($PSScriptRoot, 'firmware', $program, 'bin', 'Release', "ToyGuard.$program.bin") }
    }

    $asked = @('flash-plan', '--board', $Board, '--role', $Role, '--image', $app)
    if ($Port) { $asked += @('--port', $Port) }
    if ($Manifest) { $asked += @('--manifest', $Manifest) }
    if ($Firmware) { $asked += @('--firmware', $Firmware) }
    if ($Offline) { $asked += @('--offline', $Offline) }
    if ($Fill) { $asked += '--fill' }
    if ($Production) { $asked += '--production' }
    if ($Erase) { $asked += '--erase' }
    if ($Baud) { $asked += @('--baud', "$Baud") }

    $plan = Get-Plan $asked
    foreach ($note in $plan.GetProperty('notes').EnumerateArray()) { Say "note: $($note.GetString())" }

    foreach ($call in $plan.GetProperty('calls').EnumerateArray()) {
        $name = $call.GetProperty('name').GetString()
        $arguments = @(Get-Arguments $call)
        if (-not $PSCmdlet.ShouldProcess("$Nanoff $arguments", $call.GetProperty('why').GetString())) { continue }

        Say "$($name): $($call.GetProperty('why').GetString())"
        $seen = @(Invoke-Nanoff $name $arguments $call.GetProperty('file').GetString())
        $answer = Invoke-Maker @('flash-check', '--board', $Board, '--role', $Role) $seen

        if ($answer.Exit -ne 0) {
            foreach ($line in $seen) { Say "  $line" }
            foreach ($line in $answer.Lines) { Say $line }
            Say "Stopped at '$name'."
            return 1
        }
    }

    if (-not $WhatIfPreference) { Say 'Done.' }
    return 0
}

$result = switch ($PSCmdlet.ParameterSetName) {
    'Doctor' { Start-Doctor }
    'Label' { Start-Label }
    default { Start-Flash }
}

exit $result
