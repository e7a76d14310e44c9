// Names of Cisco's messages 400000 to 499999 that no family of layouts declares; how a row reads is said in
// EventNames. Data only.

extension EventNames {
    static let from400 = """
        400000 T . IPS IP options-Bad Option List
        400001 T . IPS IP options-Record Packet Route
        400002 T . IPS IP options-Timestamp
        400003 T . IPS IP options-Security
        400004 T . IPS IP options-Loose Source Route
        400005 T . IPS IP options-SATNET ID
        400006 T . IPS IP options-Strict Source Route
        400007 T . IPS IP Fragm
        400008 T . IPS IP Impossible Pack
        400009 T . IPS IP Fragments Ov
        400010 T . IPS ICMP Echo Reply
        400011 T . IPS ICMP Host Unreachable
        400012 T . IPS ICMP Source Quench
        400013 T . IPS ICMP Redirect
        400014 T . IPS ICMP Echo Request
        400015 T . IPS ICMP Time Exceeded for a Datagram
        400016 T . IPS ICMP Parameter Problem on Datagram
        400017 T . IPS ICMP Timestamp Request
        400018 T . IPS ICMP Timestamp Reply
        400019 T . IPS ICMP Information Request
        400020 T . IPS ICMP Information Reply
        400021 T . IPS ICMP Address Mask Request
        400022 T . IPS ICMP Address Mask Reply
        400023 T . IPS Fragmented ICMP Traffic
        400024 T . IPS Large ICMP Traffic
        400025 T . IPS Ping of Death Attack
        400026 T . IPS TCP NULL flags
        400027 T . IPS TCP SYN+FIN flags
        400028 T . IPS TCP FIN only flags
        400029 T . IPS FTP Improper Address Specified
        400030 T . IPS FTP Improper Port Specified
        400031 T . IPS UDP Bomb attack
        400032 T . IPS UDP Snork attack
        400033 T . IPS UDP Chargen DoS attack
        400034 T . IPS DNS HINFO Request
        400035 T . IPS DNS Zone Transfer
        400036 T . IPS DNS Zone Transfer from High Port
        400037 T . IPS DNS Request for All Records
        400038 T . IPS RPC Port Registration
        400039 T . IPS RPC Port Unregistration
        400040 T . IPS RPC Dump
        400041 T . IPS Proxied RPC Request
        400042 T . IPS ypserv (YP server daemon) Portmap Request
        400043 T . IPS ypbind (YP bind daemon) Portmap Request
        400044 T . IPS yppasswdd (YP password daemon) Portmap Request
        400045 T . IPS ypupdated (YP update daemon) Portmap Request
        400046 T . IPS ypxfrd (YP transfer daemon) Portmap Request
        400047 T . IPS mountd (mount daemon) Portmap Request
        400048 T . IPS rexd (remote execution daemon) Portmap Request
        400049 T . IPS rexd (remote execution daemon) Attempt
        400050 T . IPS statd Buffer Overflow
        401001 T + Shuns cleared
        401002 T + Shun added
        401003 T + Shun deleted
        401004 T - Shunned packet
        401005 T - Shun add failed
        402114 Y - IPSEC received packet with an invalid SPI
        402115 Y - IPSEC received packet with unexpected protocol data
        402116 Y - IPSEC inner packet does not match negotiated SA policy
        402117 Y - IPSEC received non-IPsec packet
        402118 Y - IPSEC received illegal IP fragment
        402119 Y - IPSEC packet failed anti-replay checking
        402120 Y - IPSEC packet failed authentication
        402121 Y - IPSEC packet dropped by IPsec
        402122 Y - Cleartext packet dropped by IPsec
        402123 Y - CRYPTO: The hardware accelerator encountered an error while executing crypto command
        402124 Y - CRYPTO: The ASA hardware accelerator encountered an error
        402125 Y - The ASA hardware accelerator timed out
        402126 Y + CRYPTO: The ASA created Crypto Archive File as a Soft Reset was necessary
        402127 Y . CRYPTO: The ASA is skipping the writing of latest Crypto Archive File
        402128 Y - CRYPTO: An attempt to allocate a large memory block failed
        402129 Y - CRYPTO: An attempt to release a DMA memory block failed
        402130 Y - IPSEC packet with incorrect padding
        402131 Y . CRYPTO: changing the hardware accelerator's configuration bias
        402140 Y - CRYPTO: RSA key generation error
        402141 Y - CRYPTO: Key zeroization error
        402142 Y - CRYPTO: Bulk data error
        402143 Y - CRYPTO: key operation error
        402144 Y - CRYPTO: Digital signature error
        402145 Y - CRYPTO: Hash generation error
        402146 Y - CRYPTO: Keyed hash generation error
        402147 Y - CRYPTO: HMAC generation error
        402148 Y . CRYPTO: Random Number Generator
        402149 Y - CRYPTO: weak encryption type found
        402150 Y . CRYPTO: Deprecated hash algorithm used for RSA
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
        405001 T . ARP collision received
        405002 T . MAC mismatch collision received
        405003 T . IP address collision detected
        405101 T - Unable to Pre-allocate H225 Call Signalling Connection
        405102 T - Unable to Pre-allocate H245 Connection
        405103 T - H225 message contains bad protocol discriminator
        405104 T . H225 message received before SETUP
        405105 T . H323 RAS message AdmissionConfirm received without an
        405106 T + H323 channel is not created
        405107 T - H245 Tunnel is detected and connection dropped
        405201 T - ILS message has wrong embedded address
        405300 Y - Radius Accounting Request received is not allowed
        405301 Y . Attribute does not match
        406001 T - FTP port command low port
        406002 T - FTP port command different address
        407001 T - Deny traffic, license limit exceeded
        407002 T - Embryonic limit for through connections exceeded
        407003 T - Established limit for RPC services exceeded
        408001 Y . IP route counter negative
        408002 Y . ospf process update via source
        408003 Y - can't track this type of object
        408101 Y . KEYMAN: Type encryption unknown
        408102 Y - KEYMAN: Bad encrypted keystring for key id
        409001 Y - Database scanner: external LSA is lost, reinstalls
        409002 Y . external LSA
        409003 Y - Received invalid packet
        409004 Y - Received packet from unknown neighbor
        409005 Y - Invalid length in OSPF packet
        409006 Y - Invalid lsa
        409007 Y . Found LSA with the same host bit set but using different mask
        409008 Y . Found generating default LSA with non-zero mask LSA type
        409009 Y - OSPF process cannot start
        409010 Y . Virtual link information found in non-backbone area
        409011 Y . OSPF detected duplicate router-id
        409012 Y . Detected router with duplicate router ID
        409013 Y . Detected router with duplicate router ID in Type-4 LSA
        409014 Y . No valid authentication key is available
        409015 Y . Key ID received on interface
        409016 Y - Key chain name is invalid
        409017 Y - Key ID in key chain is invalid
        409023 Y . Attempting AAA fallback method
        409101 Y - Received invalid packet
        409102 Y - Received packet with incorrect area
        409103 Y - Received packet from unknown neighbor
        409104 Y - Invalid length in OSPF packet
        409105 Y - Invalid lsa
        409106 Y . Found generating default LSA with non-zero mask LSA type
        409107 Y - OSPFv3 process could not pick a router-id, please configure manually
        409108 Y . Virtual link information found in non-backbone area
        409109 Y . OSPF detected duplicate router-id
        409110 Y . Detected router with duplicate router ID
        409111 Y . Multiple interfaces on a single link detected
        409112 Y . Packet not written to the output queue
        409113 Y . Doubly linked list linkage is NULL
        409114 Y . Doubly linked list prev linkage is NULL
        409115 Y . Unrecognized timer in OSPF
        409116 Y - Error for timer in OSPF process
        409117 Y - Can't find LSA database type
        409118 Y - Could not allocate DBD packet
        409119 Y - Invalid build flag for LSA
        409120 Y . Router-ID is in use
        409121 Y . Router is currently an ASBR while having only one area which is a stub area
        409122 Y - Could not select a global IPv6
        409123 Y . Neighbor command allowed only on NBMA networks
        409125 Y - Can not use configured neighbor: poll and priority options are allowed only for a NBMA network
        409128 Y - OSPFv3 Router originating invalid type LSA
        410001 T - Dropped UDP DNS packet
        410002 T - Dropped DNS responses with mismatched id
        410003 T . DNS inspection action
        410004 T . DNS inspection action
        411001 Y . Interface line protocol up
        411002 Y . Interface line protocol down
        411003 Y . Interface administratively up
        411004 Y . Interface administratively down
        411005 Y - Interface hardware transmit hang
        412001 T . MAC moved
        412002 Y . Detected bridge table full while inserting MAC
        413001 Y - Module is not able to shut down
        413002 Y - Module is not able to reload
        413003 Y . Module is not a recognized type
        413004 Y - Module failed to write software
        413005 Y - Module, application is not supported
        413006 Y - Module software version mismatch
        413007 Y - An unsupported ASA and IPS configuration is installed
        413008 Y - An unsupported combination of the power supply module and the fan module is detected
        413009 Y . Internal interface ring is low
        414001 Y - Failed to save logging buffer using file name to FTP server
        414002 Y - Failed to save logging buffer to flash:/syslog directory using file name
        414003 Y - TCP Syslog Server not responding
        414004 Y + TCP Syslog Server - Connection restored
        414005 Y + TCP Syslog Server connected, New connections are permitted
        414006 Y - TCP Syslog Server configured and logging queue is full
        414007 Y + TCP Syslog Server connection restored
        414008 Y . New connections are now allowed due to change of logging permit-hostdown policy
        414009 Y + TCP syslog server connection removed. New connections allowed
        415001 T - HTTP - matched in policy-map, header field count exceeded
        415002 T - HTTP - matched in policy-map, header field length exceeded
        415003 T - HTTP - matched in policy-map, body length exceeded
        415004 T - HTTP - matched in policy-map, content-type verification failed
        415005 T - HTTP - matched in policy-map, URI length exceeded
        415006 T . HTTP - matched in policy-map, URI matched
        415007 T . HTTP - matched in policy-map, Body matched
        415008 T . HTTP - matched in policy-map, header matched
        415009 T . HTTP - matched in policy-map, method matched
        415010 T . matched in policy-map, transfer encoding matched
        415011 T . HTTP - policy-map:Protocol violation
        415012 T . HTTP - matched in policy-map, Unknown mime-type
        415013 T - HTTP - policy-map:Malformed chunked encoding
        415014 T . HTTP Mime-type in response wasn't found in the accept-types of the request
        415015 T . HTTP - matched in policy-map, transfer-encoding unknown
        415016 T - Maximum number of unanswered HTTP requests exceeded
        415017 T . HTTP - in policy-map, arguments matched
        415018 T - HTTP - matched in policy-map, Header length exceeded
        415019 T . HTTP - matched in policy-map, status line matched
        415020 T . HTTP - matched in policy-map, a non-ASCII character was matched
        416001 T - Dropped UDP SNMP packet; version is not allowed through the firewall
        417001 Y - Unexpected event received
        417004 Y - Filter violation error
        417006 Y - No memory
        418001 T - Packet to management-only network denied
        418018 Y . BGP neighbor state change
        418019 Y . BGP notification sent to neighbor
        418040 Y - unsupported or mal-formatted message received
        418044 Y - Connection closed remotely by BGP neighbor
        419001 T - Dropping TCP packet, MSS exceeded
        419002 T - Duplicate TCP SYN
        419003 T . Cleared TCP urgent flag
        419004 T . TCP connection is probed by DCD
        419005 T . TCP connection duration
        419006 T . Teardown TCP connection duration
        420001 T - IPS card not up and fail-close mode used, dropping ICMP packet
        420002 T - IPS requested to drop packet
        420003 T - IPS requested to reset TCP connection
        420004 Y + Virtual Sensor was added on the AIP SSM
        420005 Y + Virtual Sensor was deleted from the AIP SSM
        420006 T - Virtual Sensor not present and fail-close mode used, dropping packet
        420007 Y - application cannot be enabled for the module in slot
        420008 T - IPS module license disabled and fail-close mode used, dropping packet
        421001 T - Flow dropped, application failed
        421002 T + flow bypassed application checking
        421003 Y - Invalid data plane encapsulation
        421004 T - Failed to inject packet
        421005 Y . address is counted as a user of application
        421006 Y . users of application accounted during the past 24 hours
        421007 T - flow is skipped because application has failed
        422004 Y . IP SLA Monitor: Duplicate event received
        422005 Y - IP SLA Monitor Probe(s) could not be scheduled because clock is not set
        422006 Y . IP SLA Monitor Probe
        423001 T - invalid NBNS
        423002 T - mismatched NBNS
        423003 T - invalid NBDGM
        423004 T - mismatched NBDGM
        423005 T . NBDGM fragment
        424001 T - Packet denied, interface in backup state
        424002 T - Connection to backup interface denied
        425001 Y + Redundant interface created
        425002 Y + Redundant interface removed
        425003 Y + Interface added into redundant interface
        425004 Y + Interface removed from redundant interface
        425005 Y . Interface become active in redundant interface
        425006 Y - Redundant interface switch active member failed
        426001 Y . PORT-CHANNEL:Interface bundled into EtherChannel interface Port-channel
        426002 Y . PORT-CHANNEL:Interface unbundled from EtherChannel interface Port-channel
        426003 Y . PORT-CHANNEL:Interface has become standby in EtherChannel interface Port-channel
        426004 Y - PORT-CHANNEL: Interface is not compatible and will be suspended
        426101 Y . PORT-CHANNEL:Interface is allowed to bundle into EtherChannel interface by CLACP
        426102 Y . PORT-CHANNEL:Interface is moved to standby in EtherChannel interface by CLACP
        426103 Y . PORT-CHANNEL:Interface is selected to move from standby to bundle in EtherChannel interface by CLACP
        426104 Y . PORT-CHANNEL:Interface is unselected in EtherChannel interface by CLACP
        428001 T . WAAS confirmed, inspection services bypassed on this connection
        428002 T . WAAS confirmed, inspection services bypassed on this connection
        429001 T - CXSC card not up and fail-close mode used
        429002 T - CXSC service card requested to drop packet
        429003 T . CXSC service card requested to reset TCP connection
        429004 Y - Unable to set up authentication-proxy rule for the cx action
        429005 Y + Set up authentication-proxy rule for the CXSC action
        429006 Y + Cleaned up authentication-proxy rule for the CXSC action
        429007 T . CXSC redirect will override Scansafe redirect for flow
        429008 Y - Unable to respond to VPN query from CX
        430231 T - SCTP packet received contains unsupported Hostname Parameter
        431001 T - RTP conformance: Dropping RTP packet, Drop
        431002 T - RTCP conformance: Dropping RTCP packet, Drop
        434001 T - SFR card not up and fail-close mode used, dropping packet interface
        434002 T - SFR requested to drop packet
        434003 T - SFR requested to reset connection
        434004 T + SFR requested bypass of packet redirection
        434007 T . SFR redirect will override Scansafe redirect for flow
        444004 Y - Temporary license key has expired
        444005 Y . Timebased license key will expire
        444007 Y - Timebased activation key has expired
        444008 Y - license has expired, and the system is scheduled to reload
        444009 Y - license has expired
        444100 Y - Shared request failed
        444101 Y . Shared license service is active
        444102 Y . Shared license service inactive
        444103 Y . Shared license usage is over 90% capacity
        444104 Y . Shared license availability
        444105 Y . Released shared license(s)
        444106 Y - Shared license backup server is not available
        444107 Y . Shared license service on interface
        444108 Y . Shared license client
        444109 Y . Shared license backup server role changed
        444110 Y . Shared license server backup has days remaining as active license server
        444111 Y . Shared license backup service has been terminated
        444302 Y - Smart licensing platform error
        444303 Y - Smart licensing error
        444304 Y . Smart licensing warning
        444305 Y . Smart licensing notice
        444306 Y . Smart licensing information
        444307 Y . Smart licensing debug event
        444714 Y - Azure failed to retrieve Wireserver IPv4 address
        446001 T . Maximum TLS Proxy session limit reached
        446003 T - Denied TLS Proxy session, UC-IME license is disabled
        447001 Y - ASP DP to CP queue was full
        448001 T - Denied SRTP crypto session setup on flow, licensed K8 SRTP crypto session exceeded
        450001 T - Deny traffic for protocol src /port dst /port, licensed host limit of num exceeded
        """
}
