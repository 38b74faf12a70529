#Requires -Version 7.0

<#
.SYNOPSIS
Puts ToyGuard onto an ESP32 board, looks at computer and board first, and prints the card that goes with a device.

.DESCRIPTION
A thin script. What is called, in which order, and whether it went well is decided by firmware/Maker (maker flash-plan, flash-check, doctor, image), where it is tested. This script starts nanoff with exactly those arguments and stops at the first call that did not do what it was to do.

Each device gets its own name, Wi-Fi key and claim code. They are drawn here, go into the device's image and onto its card, and are shown in the terminal when all went well. The image that holds them lies in memory (/dev/shm) where there is such a place, else in the folder for temporary files, and is overwritten and deleted however the script ends; only a computer that loses power meanwhile keeps it.

Needs PowerShell 7, the .NET 10 SDK or runtime, and nanoff in the pinned version (hardware/firmware.json): dotnet tool install -g nanoff --version 2.5.162

Exit codes: 0 done; 1 something has to be changed first, said in words; 2 wrong use.

.PARAMETER Doctor
Looks at PowerShell, nanoff, ports, chip and firmware. Writes nothing. Each finding comes with its remedy.

.PARAMETER NewLabel
For a lost card: the device is flashed again with a new key and a new code under its old name; -OldName and -OldId say which. Phones that are paired stay paired, settings stay. The old card opens nothing any more, and toys on a hub's own Wi-Fi have to be given its new key.

.PARAMETER FromCard
For a new program in a device that is in use: asks for what stands on its card, so that the card stays true. With -OldName and -OldId.

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
What the device is called on its card. Otherwise the manifest's name.

.PARAMETER Card
The page to print, a new SVG file: card and label. Without it both codes are shown in the terminal only.

.PARAMETER WithDisplay
The device shows its claim code itself, so that none is printed.

.PARAMETER OldName
The lasting name of a device in use, without .local: on its card and label, and in the address of its page.

.PARAMETER OldId
Its id, 16 hexadecimal digits: the number at the foot of its card and label.

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
./flash.ps1 -Board esp32-devkitc -Role toy -Port COM3 -Manifest my.json -NewLabel -OldName toyguard-0a1b2c3d -OldId 0123456789abcdef -Card card.svg
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Flash')]
param(
    [Parameter(Mandatory, ParameterSetName = 'Doctor')] [switch] $Doctor,

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

    [Parameter(ParameterSetName = 'Flash')] [string] $Name = '',
    [Parameter(ParameterSetName = 'Flash')] [string] $Card = '',
    [Parameter(ParameterSetName = 'Flash')] [switch] $WithDisplay,
    [Parameter(ParameterSetName = 'Flash')] [switch] $NewLabel,
    [Parameter(ParameterSetName = 'Flash')] [switch] $FromCard,
    [Parameter(ParameterSetName = 'Flash')] [string] $OldName = '',
    [Parameter(ParameterSetName = 'Flash')] [string] $OldId = '',

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
function Invoke-Nanoff([string] $name, [string[]] $arguments) {
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
        $seen += @(Invoke-Nanoff $call.GetProperty('name').GetString() (Get-Arguments $call))

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

# Where the device's own image may lie while nanoff reads it: in memory, if there is such a place.
function Get-SecretPath {
    $folder = if ([IO.Directory]::Exists('/dev/shm')) { '/dev/shm' } else { [IO.Path]::GetTempPath() }
    return [IO.Path]::Combine($folder, "toyguard-$([Guid]::NewGuid().ToString('N')).bin")
}

function Remove-Secret([string] $path) {
    if (-not [IO.File]::Exists($path)) { return }
    $file = [IO.File]::Open($path, 'Open', 'Write')
    $file.Write([byte[]]::new($file.Length), 0, $file.Length)
    $file.Dispose()
    [IO.File]::Delete($path)
}

# Draws this device's secrets and makes its image. Gives back what is shown when all went well.
function New-DeviceImage([string] $app, [string] $path) {
    $asked = @('image', '--board', $Board, '--image', $app, '--out', $path)
    $lines = @()
    if ($Manifest) { $asked += @('--manifest', $Manifest) }
    if ($Name) { $asked += @('--name', $Name) }
    if ($Card) { $asked += @('--card', $Card) }
    if ($WithDisplay) { $asked += '--with-display' }
    if ($OldName -or $OldId) { $asked += @('--host', $OldName, '--id', $OldId) }

    if ($FromCard) {
        $asked += '--given'
        $questions = @('Its Wi-Fi, as it stands on the card', 'The key of its Wi-Fi')
        if (-not $WithDisplay) { $questions += 'Its code' }
        $lines = @($questions | ForEach-Object { [Console]::Out.Write("$($_): "); [Console]::In.ReadLine() })
    }

    return Invoke-Maker $asked $lines
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

    if (($NewLabel -or $FromCard) -ne [bool]($OldName -or $OldId) -or ($NewLabel -and $FromCard)) {
        Say 'A device in use: -NewLabel or -FromCard, with -OldName and -OldId. A new device: none of them.'
        return 2
    }

    $plan = Get-Plan $asked
    foreach ($note in $plan.GetProperty('notes').EnumerateArray()) { Say "note: $($note.GetString())" }

    if (-not $Fill) {
        Say $(if ($NewLabel) { 'note: New key, new code, old name. Paired phones stay paired. The old card opens nothing any more; toys on its Wi-Fi need the new key.' }
            elseif ($FromCard) { 'note: Name, key and code stay as they are on its card.' }
            else { 'note: A new name and new secrets. Is this board in use in a family? Then stop: its phones would not find it again. -FromCard keeps its card, -NewLabel gives it a new one.' })
    }

    $secret = Get-SecretPath
    $shown = @()
    $isDone = $false

    try {
        if (-not $Fill -and -not $WhatIfPreference) {
            $made = New-DeviceImage $app $secret
            if ($made.Exit -ne 0) { return $made.Exit }
            $shown = $made.Lines
        }

        $result = Invoke-Plan $plan $secret
        $isDone = $result -eq 0
    }
    finally {
        Remove-Secret $secret

        # A card of secrets that no device has is worse than none.
        if ($shown -and $Card -and -not $isDone) { Remove-Secret $Card }
    }

    if ($isDone -and -not $WhatIfPreference) {
        foreach ($line in $shown) { Say $line }
        Say 'Done.'
    }

    return $result
}

# Makes the plan's calls, and stops at the first that did not do what it was to do.
function Invoke-Plan($plan, [string] $image) {
    foreach ($call in $plan.GetProperty('calls').EnumerateArray()) {
        $name = $call.GetProperty('name').GetString()
        $arguments = @(Get-Arguments $call | ForEach-Object { if ($_ -ceq '{image}') { $image } else { $_ } })
        if (-not $PSCmdlet.ShouldProcess("$Nanoff $arguments", $call.GetProperty('why').GetString())) { continue }

        Say "$($name): $($call.GetProperty('why').GetString())"
        $seen = @(Invoke-Nanoff $name $arguments)
        $answer = Invoke-Maker @('flash-check', '--board', $Board, '--role', $Role) $seen

        if ($answer.Exit -ne 0) {
            foreach ($line in $seen) { Say "  $line" }
            foreach ($line in $answer.Lines) { Say $line }
            Say "Stopped at '$name'."
            return 1
        }
    }

    return 0
}

# .NET and the programs that are started here see another current folder than PowerShell does.
if ($Card) { $Card = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Card) }

$result = switch ($PSCmdlet.ParameterSetName) {
    'Doctor' { Start-Doctor }
    default { Start-Flash }
}

exit $result
