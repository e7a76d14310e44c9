// Names of messages about remote access and identity: PPP, the portal, posture, policies and security groups.
// EventNames says how a row reads.

extension EventNames {
    static let access = """
        213001 Y - PPTP control daemon socket io error
        213003 Y . PPP virtual interface isn't opened
        213004 Y - PPP virtual interface client ip allocation failed
        213005 Y - Dynamic-Access-Policy action aborted
        213006 Y - Unable to read dynamic access policy record
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
        403500 Y . PPPoE - Service name 'any' not received in PADO
        403501 Y - PPPoE - Bad host-unique in PADO - packet dropped
        403502 Y - PPPoE - Bad host-unique in PADS - dropping packet
        403503 Y - PPPoE: PPP link down
        403504 Y - PPPoE: No 'vpdn group' for PPPoE is created
        403505 Y - PPPoE: PPP - Unable to set default route
        403506 Y - PPPoE: failed to assign PPP address
        403507 Y - PPPoE: PPPoE client failed to locate PPPoE vpdn group
        603101 Y - PPTP received out of seq or duplicate pkt
        723003 Y - No memory for WebVPN Citrix ICA connection
        723004 Y - WebVPN Citrix encountered bad flow control
        723005 Y - No channel to set up WebVPN Citrix ICA connection
        723006 Y - WebVPN Citrix SOCKS errors
        723007 Y - WebVPN Citrix ICA connection list is broken
        723008 Y - WebVPN Citrix ICA SOCKS Server is invalid
        723013 Y - WebVPN Citrix encountered invalid connection during periodic timeout
        731001 Y + NAC policy added
        731002 Y + NAC policy deleted
        731003 Y . nac-policy unused
        776001 Y - CTS SXP: Configured source IP error
        776004 Y - CTS SXP: Fail to start listening socket after TCP process restart
        776006 Y . CTS SXP: Internal
        776009 Y . CTS SXP: password changed
        776010 Y . CTS SXP: SXP default source IP is changed
        776011 Y . CTS SXP: operational state
        776204 Y - CTS Environment data has expired
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
