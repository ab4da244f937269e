import type { AssetType } from '../../records/vocabulary.data.ts';

/** Signs of what a device is. Points add up by type; the type with most is the guess, below `leastPoints` it is `other`. */
export type Sign = readonly [pattern: RegExp, type: AssetType, points: number];

export const leastPoints = 3;
/** A maker that makes one sort of device. */
export const makerPoints = 6;

/** In what it says of itself (sysDescr, model). */
export const wordSigns: readonly Sign[] = [
  [
    /\b(switch|swch|procurve|catalyst|edgeswitch|powerconnect|comware|dgs-|des-|gs\d{3}|cbs\d{3}|ws-c\d|c(29|35|36|37|38|92|93)\d\d|jetstream)/i,
    'switch',
    7,
  ],
  [
    /\b(printer|laserjet|officejet|deskjet|pagewide|designjet|jetdirect|aficio|altalink|versalink|workcentre|phaser|mfc-|dcp-|hl-l|nc-\d|multifunction|copier|ecosys|taskalfa|bizhub|imagerunner|ir-adv|workforce|colorqube)/i,
    'printer',
    8,
  ],
  [/\b(ups|smart-ups|uninterruptible|power supply|network management card|9px|9sx|5px|5sc)\b/i, 'ups', 7],
  [/\b(nas|storage|truenas|freenas|diskstation|rackstation|synology|qnap|readynas|rs\d{3,4}|ds\d{3,4})/i, 'storage', 8],
  [/\b(firewall|fortigate|fgt_?\d+|sonicwall|pfsense|opnsense|watchguard|firebox|xg\d{3})/i, 'firewall', 8],
  [/\b(access point|wireless point|uap|u6|u7|nanohd|aironet|instant on|\bap\d{2,3}\b|wap\d{3})/i, 'access_point', 8],
  [
    /\b(smartzone|zonedirector|wireless controller|mobility controller|wlc|unifi controller|cloud key)/i,
    'wireless_controller',
    9,
  ],
  [/\b(routeros|router|vigor|edgerouter)/i, 'router', 6],
  [
    /\b(windows server|server 20\d\d|esxi|hyper-v|virtual host|integrated lights-out|idrac|proliant|poweredge)/i,
    'server',
    8,
  ],
  [/\bwindows (10|11)\b|workstation/i, 'desktop', 5],
  [/^linux /i, 'server', 3],
  [/\b(nvr|dvr|video recorder|camera recorder)/i, 'nvr', 9],
  [/\b(camera|ipcam|webcam)/i, 'camera', 7],
  [/\b(ip ?phone|telephone|voip|sip-t\d|vvx)/i, 'telephone', 8],
  [/\bprojector\b/i, 'projector', 8],
  [/\b(interactive (panel|display)|activpanel|smart board)/i, 'interactive_panel', 8],
  [/\b(door entry|intercom|access control)/i, 'door_entry', 8],
];

/** In its name on the network. */
export const nameSigns: readonly Sign[] = [
  [/^(sw|switch)[-_]?[a-z]*[-_]?\d|^(sw|switch)[-_]|[-_](sw|switch)\d*$/i, 'switch', 5],
  [/^(ap|wap|wifi)[-_]?\d|^(ap|wap|wifi)[-_]|[-_]ap\d*$/i, 'access_point', 5],
  [
    /^(prn|prt|print|printer|mfp|copier)[-_]?|^(brn|brw|npi|km|ric|xrx|epson|canon|ricoh)[-_0-9a-f]{4,}$/i,
    'printer',
    5,
  ],
  [/^(srv|server|dc|fs|sql|host|esx|hv)[-_]?\d|^(srv|server)|[-_](srv|dc|server)\d*$/i, 'server', 5],
  [/^(nas|san|diskstation|synology|qnap|truenas)/i, 'storage', 5],
  [/^(ups|apc)[-_]?/i, 'ups', 5],
  [/^(fw|firewall|utm)[-_]?/i, 'firewall', 5],
  [/^(rtr|router|gw|gateway)[-_]?/i, 'router', 4],
  [/^(nvr|dvr|cctv)[-_]?/i, 'nvr', 5],
  [/^(cam|camera|ipc)[-_]?\d/i, 'camera', 5],
  [/^(tel|phone|sip|voip|sep[0-9a-f]{6})[-_]?/i, 'telephone', 4],
  [/^(wlc|zd|smartzone)[-_]?/i, 'wireless_controller', 5],
  [/^(lap|laptop|nb|lt)[-_]?\d|^laptop[-_]|[-_](laptop|lt)\d*$/i, 'laptop', 5],
  [/^(pc|ws|dt|desktop|wks)[-_]?\d|^(desktop|pc)[-_]/i, 'desktop', 5],
  [/^(tab|ipad|tablet)[-_]?/i, 'tablet', 5],
  [/^(pan|panel|activpanel|smartboard|iwb)[-_]?\d/i, 'interactive_panel', 5],
  [/^(prj|proj|projector|pjlink)[-_]?\d?/i, 'projector', 4],
  [/^(door|entry|intercom)[-_]?/i, 'door_entry', 4],
];

/** In the maker's name, where the hardware address tells it. */
export const vendorSigns: readonly Sign[] = [
  [/^(brother|canon|epson|ricoh|xerox|kyocera|lexmark|konica minolta|oki)$/i, 'printer', 3],
  [/^(apc|eaton)$/i, 'ups', 3],
  [/^(axis|hikvision|dahua)$/i, 'camera', 3],
  [/^(synology|qnap)$/i, 'storage', 4],
  [/^fortinet$/i, 'firewall', 3],
  [/^(ruckus)$/i, 'access_point', 3],
  [/^(yealink|snom|grandstream|polycom|poly)\b/i, 'telephone', 4],
  [/^(promethean|smart)\b/i, 'interactive_panel', 3],
  [/^draytek$/i, 'router', 3],
];

/** Open ports: all of them must be there. */
export const portSigns: readonly (readonly [ports: readonly number[], type: AssetType, points: number])[] = [
  [[9100], 'printer', 4],
  [[631], 'printer', 2],
  [[554], 'camera', 3],
  [[5060], 'telephone', 3],
  [[445, 3389], 'server', 3],
  [[445, 443, 22], 'storage', 2],
  [[445], 'desktop', 1],
  [[3389], 'desktop', 2],
];

/** Names that devices come with: they say nothing about which one it is. */
export const namesOfNobody =
  /^(localhost|ubnt|unifi|switch|router|printer|access-?point|ap|camera|ipcam|nas|server|hp|default|unknown|none|null|private|noname|new-?host|hostname|device|snmp|system|linux|debian|ubuntu|openwrt|mikrotik|fortigate|synology|diskstation)$/i;

/** Places that devices come with. */
export const placesOfNowhere =
  /^(unknown|none|n\/?a|not set|not defined|null|location|default|private|sitting on the dock of the bay|right here,? right now\.?|somewhere|here|system location|-+)$/i;

/** Serial numbers that makers forget to put in. */
export const serialsOfNothing =
  /^(to be filled by o\.?e\.?m\.?|default string|system serial number|serial number|not specified|not available|n\/?a|none|null|unknown|invalid|x+|0+|1234567890?|0123456789)$/i;
