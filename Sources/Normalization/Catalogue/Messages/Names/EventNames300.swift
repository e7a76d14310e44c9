// Names of Cisco's messages 300000 to 399999 that no family of layouts declares; how a row reads is said in
// EventNames. Data only.

extension EventNames {
    static let from300 = """
        302003 T + Built H245 connection
        302004 T + Pre-allocate H323 UDP back connection
        302010 Y . Connections in use
        302012 T + Pre-allocate H225 connection
        302013 T + Built TCP connection
        302014 T + Teardown TCP connection
        302015 T + Built UDP connection
        302016 T + Teardown UDP connection
        302017 T + Built GRE connection
        302018 T + Teardown GRE connection
        302019 Y - H.323 ASN library failed to initialize
        302020 T + Built ICMP connection
        302021 T + Teardown ICMP connection
        302022 T + Built stub TCP connection
        302023 T + Teardown stub TCP connection
        302024 T + Built stub UDP connection
        302025 T + Teardown stub UDP connection
        302026 T + Built stub ICMP connection
        302027 T + Teardown stub ICMP connection
        302033 T + Pre-allocate H323 GUP connection
        302034 T - Unable to pre-allocate H323 GUP connection
        302035 T + Built SCTP connection
        302036 T + Teardown SCTP connection
        302302 Y - ACL deny, no SA created
        302303 T + Built TCP state-bypass connection
        302304 T + Teardown TCP state-bypass connection
        302305 T + Built SCTP state-bypass connection
        302306 T . Teardown SCTP state-bypass connection
        302311 T - Failed to create a new connection
        303002 T + FTP file transfer
        303004 T - FTP command unsupported - failed strict inspection, terminating connection
        303005 T . Strict FTP inspection matched
        304001 T + Accessed URL
        304002 T - Access denied URL
        304003 Y - URL Server timed out URL
        304004 Y - URL Server request failed URL
        304005 Y . URL Server request pending URL
        304006 Y - URL Server not responding
        304007 Y - URL Server not responding, ENTERING ALLOW mode
        304008 Y . LEAVING ALLOW mode, URL Server is up
        304009 Y - Ran out of buffer blocks specified by url-block command
        305005 T - No translation group found
        305006 T - Translation creation failed
        305007 Y . Orphan IP in address pool
        305008 Y . Free unallocated global IP address
        305009 T + Built translation
        305010 T + Teardown translation
        305011 T + Built dynamic translation
        305012 T + Teardown dynamic translation
        305013 T - Connection denied, NAT reverse path failure
        305014 T + Allocated port block for translation
        305016 T - Unable to create connection
        305017 T . Pba-interim-logging: Active ICMP block of ports for translation
        305018 T . MAP translation
        305019 Y . MAP node address has inconsistent Port Set ID encoding
        305020 Y - MAP node is not allowed to use port
        305022 Y . Cluster unit has been allocated port-blocks for PAT usage
        307001 Y - Telnet login session denied
        307002 Y + Telnet login session permitted
        308001 Y - Console enable password incorrect
        308002 Y . Static address overlapped
        308003 Y . WARNING: The enable password is not configured
        308004 Y . The enable password has been configured
        311001 Y . LU loading standby start
        311002 Y . LU loading standby end
        311003 Y . LU recv thread up
        311004 Y . LU xmit thread up
        312001 Y - RIP hdr failed
        313001 T - Denied ICMP
        313004 T - Denied ICMP, no matching session
        313005 T - No matching connection for ICMP error message
        313008 T - Denied IPv6 ICMP
        313009 T - Denied invalid ICMP code
        314001 T + Pre-allocated RTSP UDP backconnection
        314002 T - RTSP failed to allocate UDP media connection
        314003 T - Dropped RTSP traffic
        314004 T . RTSP client accessed RTSP URL
        314005 T - RTSP client denied access to URL
        314006 T - RTSP client exceeds configured rate limit messages
        315001 Y - SSH session denied
        315002 Y + SSH session permitted
        315003 Y - SSH login session failed
        315004 Y - SSH session failed, host key retrieval failed
        315009 Y - SSH: connection timed out
        315011 Y + SSH session disconnected
        315012 Y - Weak SSH algorithm, connection failed
        315013 Y + SSH session rekeyed
        316001 Y - Denied new tunnel. VPN peer limit exceeded
        316002 Y - VPN Handle error
        317001 Y - No memory available
        317002 Y - Bad path index
        317003 Y - IP routing table creation failure
        317004 Y . IP routing table limit warning
        317005 Y - IP routing table limit exceeded
        317006 Y - Pdb index error
        317007 Y + Added route
        317008 Y + Deleted route
        317012 Y . Interface IP route counter negative
        317077 Y + Added route
        317078 Y + Deleted route
        317079 Y + Added static route
        317080 Y + Deleted static route
        318001 Y - Internal error
        318002 Y . Flagged as being an ABR without a backbone area
        318003 Y . Reached unknown state in neighbor state machine
        318004 Y . OSPF area lsid mask adv type
        318005 Y . OSPF lsid adv type gateway metric network mask protocol attr net-metric
        318006 Y . OSPF interface state
        318007 Y . OSPF is enabled during idb initialization
        318008 Y . OSPF process is changing router-id
        318009 Y . OSPF: Attempted reference of stale data encountered
        318101 Y - Internal error
        318102 Y . Flagged as being an ABR without a backbone area
        318103 Y . Reached unknown state in neighbor state machine
        318104 Y . DB already exist
        318105 Y . OSPFv3 lsid adv type gateway metric network mask protocol attr net-metric
        318106 Y . OSPFv3 interface state
        318107 Y . OSPF is enabled during idb initialization
        318108 Y . OSPF process is changing router-id
        318109 Y - OSPFv3 has received an unexpected message
        318110 Y - Invalid encrypted key
        318111 Y - SPI is already in use with ospf process
        318112 Y - SPI is already in use by a process other than ospf process
        318113 Y - interface is already configured with SPI
        318114 Y . The key length used with SPI is not valid
        318115 Y - error occured when attempting to create an IPsec policy for SPI
        318116 Y . SPI is not being used by ospf process
        318117 Y - The policy for SPI could not be removed because it is in use
        318118 Y - error occured when attemtping to remove the IPsec policy with SPI
        318119 Y - Unable to close secure socket with SPI
        318120 Y - OSPFv3 was unable to register with IPsec
        318121 Y - IPsec reported a GENERAL ERROR
        318122 Y . IPsec sent a message to OSPFv3. Recovery attempt
        318123 Y - IPsec sent a message to OSPFv3. Recovery aborted
        318125 Y - Init failed
        318126 Y . Interface is attached to more than one area
        318127 Y - Could not allocate or find the neighbor
        319001 Y - Acknowledge for arp update not received
        319002 Y - Acknowledge for route update not received
        319003 Y - Arp update to NPn failed
        319004 Y - Route update failed
        320001 Y - Peer certificate subject not allowed
        321001 Y . Resource limit reached
        321002 Y . Resource rate limit reached
        321003 Y . Resource log level reached
        321004 Y . Resource rate log level reached
        321005 Y . System CPU utilization reached
        321006 Y . System memory usage reached
        321007 Y . System is low on free memory blocks of size
        322001 T - Deny MAC address, possible spoof
        322002 T - ARP inspection check failed
        322003 T - ARP inspection check failed
        322004 T . No management IP address configured for transparent firewall
        323001 Y - Module experienced a control channel communications failure
        323002 Y - Module is not able to shut down, shut down request not answered
        323003 Y - Module is not able to reload, reload request not answered
        323004 Y - Module failed to write software
        323005 Y - Module can not be started completely
        323006 Y - Module experienced a data channel communication failure, data channel is DOWN
        323007 Y - Module experienced a firware failure and the recovery is in progress
        324000 T - Drop GTPv message
        324001 T - GTPv0 packet parsing error
        324002 T - No PDP exists to process GTPv0 message
        324003 T - No matching request to process GTPv message
        324004 T - GTP packet with version is not supported
        324005 T - Unable to create tunnel
        324006 T - GSN tunnel limit exceeded, PDP Context failed
        324007 T - Unable to create GTP connection for response
        324008 T - No PDP exists to update the data
        324010 T + Subscriber PDP Context activated on network
        324011 T . Subscriber location changed during handoff
        324012 T . GTP message
        324300 T - Radius Accounting Request has an incorrect request authenticator
        324301 T - Radius Accounting Request has a bad header length
        325001 Y . Router has conflicting ND (Neighbor Discovery) settings
        325002 Y . Duplicate address
        325004 T . IPv6 Extension Header configuration
        325005 T - Invalid IPv6 Extension Header Content
        325006 T - IPv6 Extension Header not in order
        325007 T . IPv6 extension header
        326001 Y - Unexpected error in the timer library
        326002 Y - Multicast routing error
        326004 Y - An internal error occurred while processing a packet queue
        326005 Y - Mrib notification failed
        326006 Y - Entry-creation failed
        326007 Y - Entry-update failed
        326008 Y - MRIB registration failed
        326009 Y - MRIB connection-open failed
        326010 Y - MRIB unbind failed
        326011 Y - MRIB table deletion failed
        326012 Y - Initialization of functionality failed
        326013 Y - Internal error
        326014 Y - Initialization failed
        326015 Y - Communication error
        326016 Y - Failed to set un-numbered interface
        326017 Y - Interface Manager error
        326019 Y . Multicast routing message
        326020 Y - List error
        326021 Y - Multicast routing error
        326022 Y - Multicast routing error
        326023 Y . Multicast routing message
        326024 Y - An internal error occurred while processing a packet queue
        326025 Y . Multicast routing message
        326026 Y - Server unexpected error
        326027 Y - Corrupted update
        326028 Y - Asynchronous error
        327001 Y - IP SLA Monitor: Cannot create a new process
        327002 Y - IP SLA Monitor: Failed to initialize, IP SLA Monitor functionality will not work
        327003 Y - IP SLA Monitor: Generic Timer wheel timer functionality failed to initialize
        328001 Y . Attempt made to overwrite a set stub function
        328002 Y - Attempt made to register with out of bounds key
        329001 Y + The subblock named was not removed
        331001 Y - Dynamic DNS Update failed
        331002 Y + Dynamic DNS type RR successfully updated in DNS server
        332001 Y - Unable to open cache discovery socket, WCCP V2 closing down
        332002 Y - Unable to allocate message buffer, WCCP V2 closing down
        332003 Y + Web Cache acquired
        332004 Y - Web Cache lost
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
        334001 Y . EAPoUDP association initiated
        334002 Y + EAPoUDP association successfully established
        334003 Y - EAPoUDP association failed to establish
        334004 Y . Authentication request for NAC Clientless host
        334005 Y . Host put into NAC Hold state
        334006 Y - EAPoUDP failed to get a response from host
        334007 Y + EAPoUDP association terminated
        334008 Y . NAC EAP association initiated
        334009 Y . Audit request for NAC Clientless host
        335001 Y . NAC session initialized
        335002 Y . Host is on the NAC Exception List
        335003 Y . NAC Default ACL applied, ACL
        335004 Y . NAC is disabled for host
        335005 Y - NAC Downloaded ACL parse failure
        335006 Y . NAC Applying ACL
        335007 Y . NAC Default ACL not configured
        335008 Y . NAC IPsec terminate from dynamic ACL
        335009 Y . NAC Revalidate request by administrative action
        335010 Y . NAC Revalidate All request by administrative action
        335011 Y . NAC Revalidate Group request by administrative action for group
        335012 Y . NAC Initialize request by administrative action
        335013 Y . NAC Initialize All request by administrative action
        335014 Y . NAC Initialize Group request by administrative action for group
        336001 Y . Route stuck-in-active state in EIGRP
        336002 Y + Handle is not allocated in pool
        336003 Y - No buffers available
        336004 Y . Negative refcount in pakdesc
        336005 Y - Flow control error
        336006 Y . peers exist on IIDB
        336007 Y . Anchor count negative
        336008 Y . Lingering DRDB deleting IIDB
        336009 Y - Internal Error
        336010 Y . EIGRP Neighbor state change
        336011 Y . EIGRP event
        336012 Y . Interface going down and links exist
        336013 Y - EIGRP route successors mismatch
        336014 Y . EIGRP process event
        336015 Y - Unable to open socket for AS
        336016 Y . Unknown timer type expiration
        336018 Y . EIGRP prefix threshold level reached
        336019 Y . EIGRP prefix threshold level reached
        337000 Y . Created BFD session with neighbor
        337001 Y . Terminated BFD session with neighbor
        337005 Y - Phone Proxy media error
        338001 T . Dynamic filter monitored blacklisted traffic
        338002 T . Dynamic filter monitored blacklisted traffic
        338003 T . Dynamic filter monitored blacklisted traffic
        338004 T . Dynamic filter monitored blacklisted traffic
        338005 T - Dynamic filter dropped blacklisted traffic
        338006 T - Dynamic filter dropped blacklisted traffic
        338007 T - Dynamic filter dropped blacklisted traffic
        338008 T - Dynamic filter dropped blacklisted traffic
        338101 T + Dynamic filter permitted whitelisted traffic
        338102 T + Dynamic filter permitted whitelisted traffic
        338103 T . Dynamic filter whitelisted traffic, source resolved list
        338104 T . Dynamic filter whitelisted traffic, destination resolved list
        338201 T . Dynamic filter monitored greylisted traffic
        338202 T . Dynamic filter monitored greylisted traffic
        338203 T - Dynamic filter dropped greylisted traffic
        338204 T - Dynamic filter dropped greylisted traffic
        338301 T . Intercepted DNS reply, matched
        338302 Y . Address discovered for domain, Adding rule
        338303 Y . Address timed out, Removing rule
        338304 Y + Successfully downloaded dynamic filter data file from updater server
        338305 Y - Failed to download dynamic filter data file from updater server
        338306 Y - Failed to authenticate with dynamic filter updater server
        338307 Y - Failed to decrypt downloaded dynamic filter database file
        338308 Y . Dynamic filter updater server dynamically changed
        338309 Y - The license on this ASA does not support dynamic filter updater feature
        338310 Y - Failed to update from dynamic filter updater server
        339001 Y - DNSCRYPT certificate update failed
        339002 Y - Umbrella device registration failed with error code
        339003 Y + Umbrella device registration was successful
        339004 Y - Umbrella device registration failed due to missing token
        339005 Y - Umbrella device registration failed after retries
        339006 Y . Umbrella resolver is reachable, resuming Umbrella redirect
        339007 Y - Umbrella resolver is unreachable, moving to fail-open
        339008 Y - Umbrella resolver is unreachable, moving to fail-close
        339010 Y . Umbrella API token request
        339011 Y - Umbrella API token request received no responses
        339012 Y - Umbrella API token request failed with error code
        339013 Y - Umbrella API token request failed in response processing
        339014 Y - Umbrella API token request failed after retries
        340001 Y - Loopback-proxy error
        340002 Y . Loopback-proxy info
        341001 Y + Policy Agent started successfully for VNMC
        341002 Y + Policy Agent stopped successfully for VNMC
        341003 Y - Policy Agent failed to start for VNMC
        341004 Y - Storage device not available. Attempt to shutdown module failed
        341005 Y - Storage device not available
        341006 Y - Storage device not available
        341007 Y - Storage device not available
        341008 Y - Storage device not found
        341010 Y . Storage device inserted into or removed from bay
        341011 Y - Storage device in bay faulty
        342001 Y + REST API Agent started successfully
        342002 Y - REST API Agent failed
        342003 Y - REST API Agent failure notification received
        342004 Y - Failed to automatically restart the REST API Agent after 5 unsuccessful attempts
        342005 Y + REST API image has been installed successfully
        342006 Y - Failed to install REST API image
        342007 Y + REST API image has been uninstalled successfully
        342008 Y - Failed to uninstall REST API image
        """
}
