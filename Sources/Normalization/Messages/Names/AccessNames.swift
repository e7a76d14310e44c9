// Names of messages about remote access and identity: PPP, the portal, posture, policies and security groups.
// EventNames says how a row reads.

extension EventNames {
    static let access = """
        213001 Y - PPTP control daemon socket io error
        213002 Y - PPTP tunnel hashtable insert failed
        213003 Y . PPP virtual interface isn't opened
        213004 Y - PPP virtual interface client ip allocation failed
        213005 Y - Dynamic-Access-Policy action aborted
        213006 Y - Unable to read dynamic access policy record
        213007 Y - L2TP: Failed to install Redirect URL
        316002 Y - VPN Handle error
        333001 Y . EAP association initiated
        333002 Y - Timeout waiting for EAP response
        333003 Y + EAP association terminated
        333004 Y - EAP-SQ response invalid
        333005 Y - EAP-SQ response contains invalid TLV(s)
        333006 Y - EAP-SQ response with missing TLV(s)
        333007 Y - EAP-SQ response TLV has invalid length
        333008 Y - EAP-SQ response has invalid nonce TLV
        333009 Y - EAP-SQ response MAC TLV is invalid
        333010 Y . EAP-SQ response Validation Flags TLV indicates PV request
        403101 Y - PPTP session state not established, but received an XGRE packet
        403102 Y - PPP virtual interface rcvd pkt with invalid protocol
        403103 Y - PPP virtual interface max connections reached
        403104 Y . PPP virtual interface requires mschap for MPPE
        403106 Y . PPP virtual interface requires RADIUS for MPPE
        403107 Y - PPP virtual interface missing aaa server group info
        403108 Y - PPP virtual interface missing client ip address option
        403109 Y - Rec'd packet not an PPTP packet
        403110 Y - PPP virtual interface missing MPPE key from aaa server
        403500 Y . PPPoE - Service name 'any' not received in PADO
        403501 Y - PPPoE - Bad host-unique in PADO - packet dropped
        403502 Y - PPPoE - Bad host-unique in PADS - dropping packet
        403503 Y - PPPoE: PPP link down
        403504 Y - PPPoE: No 'vpdn group' for PPPoE is created
        403505 Y - PPPoE: PPP - Unable to set default route
        403506 Y - PPPoE: failed to assign PPP address
        403507 Y - PPPoE: PPPoE client failed to locate PPPoE vpdn group
        603101 Y - PPTP received out of seq or duplicate pkt
        634001 Y . The following DAP records were selected for this connection
        723001 Y + WebVPN Citrix ICA connection is up
        723002 Y . WebVPN Citrix ICA connection is down
        723003 Y - No memory for WebVPN Citrix ICA connection
        723004 Y - WebVPN Citrix encountered bad flow control
        723005 Y - No channel to set up WebVPN Citrix ICA connection
        723006 Y - WebVPN Citrix SOCKS errors
        723007 Y - WebVPN Citrix ICA connection list is broken
        723008 Y - WebVPN Citrix ICA SOCKS Server is invalid
        723009 Y - WebVPN Citrix received data on invalid connection
        723010 Y - WebVPN Citrix received closing channel for invalid connection
        723011 Y - WebVPN Citrix receives bad SOCKS message length
        723012 Y - WebVPN Citrix received bad SOCKS message format
        723013 Y - WebVPN Citrix encountered invalid connection during periodic timeout
        723014 Y . WebVPN Citrix TCP connection initiated
        730001 Y + VLAN MAPPING to VLAN
        730002 Y - VLAN MAPPING to VLAN failed
        730003 Y + NACApp sets VLAN
        730004 Y . VLAN ID from AAA ignored
        730005 Y - VLAN ID from AAA is invalid
        730006 Y . is on NACApp AUTH VLAN
        730008 Y - VLAN MAPPING timeout waiting NACApp
        730009 Y - CAS capacity exceeded, terminating connection
        730010 Y . VLAN Mapping is enabled on VLAN
        731001 Y + NAC policy added
        731002 Y + NAC policy deleted
        731003 Y . nac-policy unused
        732001 Y - Fail to parse NAC-SETTINGS, terminating connection
        732002 Y . NAC-SETTINGS from AAA ignored, existing NAC-SETTINGS used instead
        732003 Y - NAC-SETTINGS from AAA is invalid, terminating connection
        776001 Y - CTS SXP: Configured source IP error
        776002 Y - CTS SXP: Invalid message from peer
        776003 Y - CTS SXP: Connection with peer failed
        776004 Y - CTS SXP: Fail to start listening socket after TCP process restart
        776005 Y - CTS SXP: Binding from peer error
        776006 Y . CTS SXP: Internal
        776007 Y . CTS SXP: Connection with peer state changed to Off
        776008 Y . CTS SXP: Connection with peer state changed
        776009 Y . CTS SXP: password changed
        776010 Y . CTS SXP: SXP default source IP is changed
        776011 Y . CTS SXP: operational state
        776012 Y . CTS SXP: timer started for connection with peer
        776013 Y . CTS SXP: timer stopped for connection with peer
        776014 Y . CTS SXP: SXP received binding forwarding request
        776015 Y . CTS SXP: Binding is forwarded to peer
        776016 Y . CTS SXP: Binding from peer changed from old instance
        776017 Y + CTS SXP: Binding from peer deleted in SXP database
        776018 Y + CTS SXP: Binding from peer added in SXP database
        776019 Y . CTS SXP: Binding action taken. Update binding manager
        776020 Y - CTS SXP: Unable to locate egress interface to peer
        776201 Y . CTS PAC: CTS PAC for Server will expire
        776202 Y - CTS PAC for Server has expired
        776203 Y - Unable to retrieve CTS Environment data
        776204 Y - CTS Environment data has expired
        776251 Y + CTS SGT-MAP: Binding added to binding manager
        776252 Y + CTS SGT-MAP: Binding deleted from binding manager
        776253 Y . CTS SGT-MAP: Binding changed from old sgt
        776254 Y - CTS SGT-MAP: Binding manager unable to action binding
        776301 Y . CTS Policy: Security-group tag is mapped to security-group name
        776302 Y . CTS Policy: Unknown security-group tag referenced in policies
        776303 Y . CTS Policy: Security-group name is resolved to security-group tag
        776304 Y . CTS Policy: Unresolved security-group name referenced, policies based on this name will be inactive
        776305 Y . CTS Policy: Security-group table cleared
        776307 Y . CTS Policy: Security-group name for security-group tag renamed
        776308 Y . CTS Policy: Previously unknown security-group tag is now mapped to security-group name
        776309 Y . CTS Policy: Previously known security-group tag is now unknown
        776310 Y . CTS Policy: Security-group name remapped from security-group tag
        776311 Y . CTS Policy: Previously unresolved security-group name is now resolved
        776312 Y . CTS Policy: Previously resolved security-group name is now unresolved
        776313 Y - CTS Policy: Failure to update policies for security-group
        """
}
