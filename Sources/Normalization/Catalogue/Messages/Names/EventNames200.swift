// Names of Cisco's messages 200000 to 299999 that no family of layouts declares; how a row reads is said in
// EventNames. Data only.

extension EventNames {
    static let from200 = """
        201002 T - Too many TCP connections
        201003 T - Embryonic limit exceeded
        201004 T - Too many UDP connections
        201005 T - FTP data connection failed
        201006 T - RCMD backconnection failed
        201008 T - Disallowing new connections
        201009 T - TCP connection limit exceeded
        201010 T - Embryonic connection limit exceeded
        201011 T - Connection limit exceeded
        201012 T - Per-client embryonic connection limit exceeded
        201013 T - Per-client connection limit exceeded
        202001 T - Out of address translation slots
        202005 T . Non-embryonic in embryonic list
        202010 T - PAT pool exhausted
        202016 T - Unable to pre-allocate SIP secondary channel with PAT and missing port information
        208005 Y . clear command return code
        209003 T - Fragment database limit exceeded
        209004 T - Invalid IP fragment
        209005 T - IP fragment set discarded
        210001 Y - LU error
        210002 Y - LU allocate block failed
        210003 Y . Unknown LU Object
        210005 Y - LU allocate connection failed
        210006 Y - LU look NAT failed
        210007 Y - LU allocate xlate failed
        210008 Y - LU no xlate
        210010 Y - LU make UDP connection failed
        210020 Y - LU PAT port reserve failed
        210021 Y - LU create static xlate ifc failed
        210022 Y . LU missed updates
        211001 Y - Memory allocation Error
        211003 Y - Error in computed percentage CPU usage value
        211004 Y . WARNING: Minimum Memory Requirement for ASA version not met for ASA image
        212001 Y - Unable to open SNMP channel
        212002 Y - Unable to open SNMP trap channel
        212003 Y - Unable to receive an SNMP request
        212004 Y - Unable to send an SNMP response
        212005 Y - incoming SNMP request exceeds data buffer size
        212006 Y - Dropping SNMP request
        212009 Y - Configuration request for SNMP group failed
        212010 Y - Configuration request for SNMP user failed
        212011 Y . SNMP engineBoots is set to maximum value
        212012 Y - Unable to write SNMP engine data to persistent storage
        213001 Y - PPTP control daemon socket io error
        213002 Y - PPTP tunnel hashtable insert failed
        213003 Y . PPP virtual interface isn't opened
        213004 Y - PPP virtual interface client ip allocation failed
        213005 Y - Dynamic-Access-Policy action aborted
        213006 Y - Unable to read dynamic access policy record
        213007 Y - L2TP: Failed to install Redirect URL
        214001 Y . Terminating manager session
        215001 Y - Bad call
        216002 Y - Unexpected event received
        216003 Y - Unrecognized timer received
        216004 Y - prevented error
        216005 Y - ERROR: Duplex-mismatch resulted in transmitter lockup
        217001 Y - No memory
        218001 Y - Failed Identification Test
        218002 Y . Module is a registered proto-type for Cisco Lab use only, and not certified for live network operation
        218003 Y . Module Version is obsolete
        218004 Y - Failed Identification Test
        218005 Y . Inconsistency detected in the system information programmed in non-volatile memory
        219002 Y - I2C error
        """
}
