namespace ToyGuard.Browser.Tests;

/// <summary>What a staged device says: to everybody by its state, and inside, where nothing is sealed, by <c>window.staged</c>.</summary>
internal static class Staged
{
    /// <summary>What the device would answer in a session, by the name of the question. <c>known</c>: this browser has a key; <c>locked</c>: the PIN is still to come; <c>asked</c>: what the page asked for.</summary>
    public const string Facts = """
        window.staged={known:false,locked:true,asked:[],
        look:{ok:true,name:'Story Bear',mode:'toy',paired:true,clock:true,zone:true,pausedAll:false,until:'',toys:[{n:1,name:'Story Bear',paused:false,until:'',minutesLeft:12,reason:1,asleepAt:'19:04',bonusRoom:12,tickets:1,together:0},{n:2,name:'Robot',paused:true,until:'19:40',minutesLeft:-1,reason:13,asleepAt:'',bonusRoom:0,tickets:0,together:0}],checks:{fine:8,fix:2},forgot:0,requests:2,notices:1,role:1,full:false},
        phones:{ok:true,phones:[{n:1,role:1,label:'iPhone',self:true,full:false,expires:0,waiting:false},{n:2,role:2,label:'Android',self:false,full:false,expires:1795000000,waiting:true}],notices:[{n:1,kind:1,who:2,toy:0,at:1795000000},{n:2,kind:11,who:2,toy:2,at:1795000400}]},
        entries:{ok:true,entries:[{n:1,role:1,label:'iPhone',phoneSalt:'00',deviceSalt:'00',rounds:1,wait:0},{n:2,role:2,label:'Android',phoneSalt:'00',deviceSalt:'00',rounds:1,wait:0}]},
        requests:{ok:true,requests:[{n:1,toy:1,kind:'more',what:0,at:'18:52',state:'waiting',minutes:0},{n:2,toy:1,kind:'open',what:3,at:'18:53',state:'waiting',minutes:0},{n:3,toy:1,kind:'more',what:0,at:'08:00',state:'no',minutes:0}]},
        rules:{ok:true,toy:1,name:'Story Bear',child:1,shared:true,paused:false,until:'',days:[30,30,30,30,30,30,30],quiet:[0,1,2,3,4,5,6].map((d)=>[1440*d+1170,d>3&&d<6?660:690]),tickets:1,left:12,bonus:0,bonusRoom:12,together:0,zone:'',endpoints:[
            {n:1,host:'stories.toys.example',port:443,scheme:'https',owner:'Example Toys',party:'maker',purpose:'stories',data:['chosen-story','device-id'],state:'open',until:'',tries:0,bytes:183420,last:'17:40'},
            {n:2,host:'*.voices.toys.example',port:443,scheme:'https',owner:'Example Toys',party:'maker',purpose:'voice-answers',data:['voice'],state:'closed',until:'',tries:0,bytes:0,last:''},
            {n:3,host:'usage.metrics.example',port:443,scheme:'https',owner:'Metrics Ltd',party:'other',purpose:'analytics',data:['usage'],state:'waiting',until:'',tries:7,bytes:0,last:'18:31'},
            {n:4,host:'songs.toys.example',port:443,scheme:'https',owner:'Example Songs',party:'other',purpose:'music',data:['device-id'],state:'new',until:'',tries:0,bytes:0,last:''}],more:0,
            sensors:[{n:1,kind:'microphone',purpose:'talk',on:true,until:'2027-03-22'},{n:2,kind:'camera',purpose:'photos',on:false,until:''}]},
        pin:{ok:true,deviceSalt:'00',role:1},keep:{ok:true,ownerCode:'Z2BE-04G4-HM9W-X41J-4'},ticket:{ok:true,code:'ZP5MRGXY1D7529GG6'},
        check:{ok:true,items:['spare','pins','wifi','clock','settings','records','plain','support'].map((id)=>({id,ok:true,fix:''})).concat([{id:'ends',ok:false,fix:'give-an-end'},{id:'notices',ok:false,fix:'read-notices'}])},
        history:{ok:true,items:[{n:9,kind:'rule-changed',op:23,looser:true,toy:2,who:2,by:0,at:1795000400},{n:8,kind:'phone-joined',op:0,looser:false,toy:0,who:2,by:0,at:1795000000},{n:5,kind:'rule-changed',op:2,looser:false,toy:1,who:1,by:0,at:1794990000}],more:5,damaged:false},
        stored:{ok:true,rows:[{id:'paired',place:2,export:true},{id:'quiet-hours',place:2,export:true},{id:'pins',place:2,export:false},{id:'activity',place:1,export:true},{id:'sent-time',place:3,export:false}],more:0},
        deletes:{ok:true,deletes:[{n:1,host:'usage.metrics.example',cause:'withdrew',state:'waiting',tries:2,at:'2026-11-20'},{n:2,host:'stories.toys.example',cause:'erased',state:'confirmed',tries:1,at:'2026-11-18'}],more:0},
        children:{ok:true,children:[{n:1,animal:1,colour:5,band:'under9',days:[30,30,30,30,30,60,60],left:18},{n:2,animal:5,colour:2,band:'9to12',days:[45,45,45,45,45,45,45],left:-1}],offers:[{band:'under9',days:[45,45,45,45,45,60,60],rest:[1170,690]},{band:'9to12',days:[60,60,60,60,60,90,90],rest:[1230,630]}]},
        things:{ok:true,things:[{thing:'02005e005307',name:'Story-Bear',link:'https://toys.example/bear.json',toy:0},{thing:'02005e00530a',name:'robot',link:'',toy:2}],free:[1],more:0},
        tries:{ok:true,toy:0,left:0,tries:[],more:0,can:[2]},
        'my-toy':{ok:true,rules:true,toys:[{n:1,asked:'more',answer:'no',minutes:0,name:'Story Bear',reason:1,left:18,asleepAt:'19:30',places:1,senses:1},{n:2,asked:'',answer:'',minutes:0,name:'Robot',reason:13,left:-1,asleepAt:'',places:0,senses:0}],more:0},
        resume:{ok:true,confirm:'00',press:false},invite:{ok:true,confirm:'00',press:true},confirm:{ok:false,why:'press'},networks:{ok:true,networks:[{ssid:'Home',bars:3,kind:'wpa2'}]}};
        """;

    /// <summary>The half hour in which a toy is introduced.</summary>
    public const string Introducing = """
        staged.tries={ok:true,toy:2,left:1312,more:0,can:[2],tries:[{n:1,name:'eu.voice.robot.example',lookups:3,hellos:2,port:443,closed:false},
        {n:2,name:'telemetry-collector.analytics.example',lookups:9,hellos:6,port:443,closed:false},{n:3,name:'ads.example',lookups:2,hellos:0,port:0,closed:true}]}
        """;

    private const string Networks = "\"networks\":[{\"ssid\":\"Home\",\"bars\":3,\"kind\":\"wpa2\"},{\"ssid\":\"Hotel\",\"bars\":2,\"kind\":\"open\"},{\"ssid\":\"Neighbours on the second floor\",\"bars\":1,\"kind\":\"wpa2\"}]";

    /// <summary>What is asked for over the network is taken away, part by part of the script that ships.</summary>
    public static readonly (string Part, string Statement)[] Stage =
    [
        ("home", "record=()=>staged.known?{}:null"),
        ("claim", "pairing=async()=>({about:{phone:new Uint8Array(8),device:new Uint8Array(8),deviceNonce:new Uint8Array(16)},phoneKey:()=>new Uint8Array(32),ask:async(q)=>staged[q.op]||{ok:true}})"),
        ("inside", "enter=async()=>({status:0});isUnlocked=()=>!staged.locked;ask=async(q)=>staged.asked.push(q)&&q.op==='resume'&&staged.locked?{ok:false,why:'pin'}:staged[q.op]||{ok:true};addEventListener('hub',()=>(app.state.mode='hub'))"),
    ];

    /// <summary>On its own Wi-Fi.</summary>
    /// <param name="step">Of the set-up: press, choose, trying, joined.</param>
    /// <param name="isPaired">Whether somebody is its guardian.</param>
    public static string SetUp(string step, bool isPaired = false)
    {
        string more = step == "choose" ? Networks : "\"ssid\":\"Home\"";
        return $"\"side\":\"setup\",\"paired\":{Word(isPaired)},\"claim\":{{\"open\":false,\"left\":0}},\"setup\":{{\"open\":true,\"left\":500,\"step\":\"{step}\",\"fault\":\"\",{more}}}";
    }

    /// <summary>At home.</summary>
    /// <param name="isPaired">Whether somebody is its guardian.</param>
    /// <param name="isOpen">Whether its button was pressed just now.</param>
    public static string Home(bool isPaired, bool isOpen)
    {
        return $"\"side\":\"home\",\"paired\":{Word(isPaired)},\"claim\":{{\"open\":{Word(isOpen)},\"left\":100}},\"setup\":{{\"open\":false}}";
    }

    private static string Word(bool value)
    {
        return value ? "true" : "false";
    }
}
