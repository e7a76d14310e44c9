// Names of Cisco's messages 714000 to 719999 that no family of layouts declares; how a row reads is said in
// EventNames. Data only.

extension EventNames {
    static let from714 = """
        714001 Y . IKE protocol event or packet
        714002 Y . IKE Initiator starting QM
        714003 Y . IKE Responder starting QM
        714004 Y . IKE Initiator sending 1st QM pkt
        714005 Y . IKE Responder sending 2nd QM pkt
        714006 Y . IKE Initiator sending 3rd QM pkt
        714007 Y . IKE Initiator sending Initial Contact
        714011 Y . IKE received ID values
        715001 Y . IKE debug event
        715004 Y - Send failure
        715005 Y - Bad message code
        715006 Y . IKE got SPI from key engine
        715007 Y . IKE got a KEY_ADD msg for SA
        715008 Y - Could not delete SA
        715009 Y . IKE Deleting SA
        715013 Y - Tunnel negotiation in progress for destination, discarding data
        715018 Y . IP Range type id was loaded
        715019 Y . IKEGetUserAttributes
        715020 Y . construct_cfg_set
        715021 Y . Delay Quick Mode processing, Cert/Trans Exch/RM DSID in progress
        715022 Y . Resume Quick Mode processing, Cert/Trans Exch/RM DSID completed
        715027 Y . IPSec SA Proposal acceptable
        715028 Y . IKE SA Proposal acceptable
        715031 Y . Obtained IP addr prior to initiating Mode Cfg
        715032 Y . Sending subnet mask to remote client
        715033 Y . Processing CONNECTED notify
        715034 Y . IOS keep alive payload
        715035 Y . Starting IOS keepalive monitor
        715036 Y . Sending keep-alive
        715037 Y . Unknown IOS Vendor ID version
        715038 Y . Vendor ID payload
        715039 Y - Unexpected cleanup of tunnel table entry during SA delete
        715040 Y . Deleting active auth handle during SA deletion
        715041 Y . Received keep-alive, not the negotiated type
        715042 Y . IKE received response to a request from utility
        715044 Y . Ignoring Keepalive payload from vendor not support KeepAlive capability
        715045 Y - ERROR: malformed Keepalive payload
        715046 Y . constructing payload
        715047 Y . processing payload
        715048 Y . Send VID
        715049 Y . Received VID
        715050 Y - Claims to be IOS but failed authentication
        715051 Y - Received unexpected TLV type while processing FWTYPE ModeCfg Reply
        715052 Y - Old P1 SA is being deleted but new SA is DEAD, cannot transition centries
        715053 Y . MODE_CFG: Received request
        715054 Y . MODE_CFG: Received reply
        715055 Y . Send IKE payload
        715056 Y . Client is configured for IPSec tunneling
        715057 Y . Auto-detected a NAT device with NAT-Traversal
        715058 Y - NAT-Discovery payloads missing
        715059 Y . Proposing/Selecting only UDP-Encapsulated-Tunnel and UDP-Encapsulated-Transport modes defined by NAT-Traversal
        715060 Y - Dropped received IKE fragment
        715061 Y . Rcv'd fragment from a new fragmentation set
        715062 Y - Error assembling fragments! Fragment numbers are non-continuous
        715063 Y + Successfully assembled an encrypted pkt from rcv'd fragments
        715064 Y . IKE Peer included IKE fragmentation capability flags
        715065 Y - IKE FSM error history
        715066 Y - Can't load an IPSec SA! The corresponding IKE SA contains an invalid logical ID
        715067 Y - QM IsRekeyed: existing sa from different peer, rejecting new sa
        715068 Y . QM IsRekeyed: duplicate sa found by address, deleting old sa
        715069 Y - Invalid ESP SPI size
        715070 Y - Invalid IPComp SPI size
        715071 Y - AH proposal not supported
        715072 Y . Received proposal with unknown protocol ID
        715074 Y - Could not retrieve authentication attributes
        715075 Y . Received keep-alive
        715076 Y . Computing hash for ISAKMP
        715077 Y . Pitcher
        715078 Y . Received LAM attribute
        715079 Y . INTERNAL_ADDRESS: Received request
        715080 Y . VPN: Starting P2 rekey timer
        716001 Y + WebVPN session started
        716002 Y + WebVPN session terminated
        716003 Y + WebVPN access GRANTED
        716004 Y - WebVPN access DENIED
        716005 Y - WebVPN ACL parse error
        716006 Y - WebVPN session not allowed, protocol disabled for user
        716007 Y - WebVPN unable to create session
        716008 Y . WebVPN ACL action
        716009 Y - WebVPN session not allowed, ACL parse error
        716010 Y + WebVPN user browsed network
        716011 Y + WebVPN user browsed domain
        716012 Y + WebVPN user browsed directory
        716013 Y + WebVPN user closed file
        716014 Y + WebVPN user viewed file
        716015 Y + WebVPN user removed file
        716016 Y + WebVPN user renamed file
        716017 Y + WebVPN user modified file
        716018 Y + WebVPN user created file
        716019 Y + WebVPN user created directory
        716020 Y + WebVPN user removed directory
        716021 Y - WebVPN file access DENIED
        716022 Y - WebVPN unable to connect to proxy server
        716023 Y - WebVPN session could not be established, session limit reached
        716024 Y - WebVPN unable to browse the network
        716025 Y - WebVPN unable to browse domain
        716026 Y - WebVPN unable to browse directory
        716027 Y - WebVPN unable to view file
        716028 Y - WebVPN unable to remove file
        716029 Y - WebVPN unable to rename file
        716030 Y - WebVPN unable to modify file
        716031 Y - WebVPN unable to create file
        716032 Y - WebVPN unable to create folder
        716033 Y - WebVPN unable to remove folder
        716034 Y - WebVPN unable to write to file
        716035 Y - WebVPN unable to read file
        716036 Y + WebVPN file access, user logged into server
        716037 Y - WebVPN file access, user failed to login into server
        716038 Y + WebVPN authentication successful
        716039 Y - WebVPN authentication rejected
        716040 Y - Reboot pending, user login denied
        716041 Y . WebVPN URL access-list hit
        716042 Y . WebVPN TCP access-list hit
        716043 Y + WebVPN port forwarding applet started
        716044 Y - AAA parameter value out of range
        716045 Y - AAA parameter value invalid
        716046 Y - User ACL from AAA does not exist, terminating connection
        716047 Y . User ACL from AAA ignored, AV-PAIR ACL used
        716048 Y - No memory to parse ACL
        716049 Y . Empty SVC ACL
        716050 Y - Error adding to ACL
        716051 Y - Error adding dynamic ACL for user
        716052 Y - Pending session terminated
        716053 Y + SSO server added
        716054 Y + SSO server deleted
        716055 Y + Authentication to SSO server succeeded
        716056 Y - Authentication to SSO server failed
        716057 Y - Session terminated, no license available
        716058 Y . AnyConnect session lost connection
        716059 Y + AnyConnect session resumed
        716060 Y . Inactive AnyConnect session terminated, license limit reached
        716061 Y - Deprecated IPv6 user filter, terminating connection
        716158 Y - Failed to create SAML logout request
        716159 Y - Failed to process SAML logout request
        716160 Y - Failed to create SAML authentication request
        716162 Y - Failed to consume SAML assertion
        716163 Y - SAML relay state failed integrity check
        716164 Y - SAML relay state missing integrity hash
        716165 Y . SAML assertion cannot be replay protected
        716500 Y - internal error in: function: Fiber library cannot locate AK47 instance
        716501 Y - internal error in: function: Fiber library cannot attach AK47 instance
        716502 Y - internal error in: function: Fiber library cannot allocate default arena
        716503 Y - internal error in: function: Fiber library cannot allocate fiber descriptors pool
        716504 Y - internal error in: function: Fiber library cannot allocate fiber stacks pool
        716505 Y - internal error in: function: Fiber has joined fiber in unfinished state
        716506 Y - UNICORN_SYSLOGID_JOINED_UNEXPECTED_FIBER
        716507 Y - Fiber scheduler has reached unreachable code
        716508 Y - internal error in: function: Fiber scheduler is scheduling rotten fiber
        716509 Y - internal error in: function: Fiber scheduler is scheduling alien fiber
        716510 Y - internal error in: function: Fiber scheduler is scheduling finished fiber
        716512 Y - internal error in: function: Fiber has joined fiber waited upon by someone else
        716513 Y - internal error in: function: Fiber in callback blocked on other channel
        716515 Y - internal error in: function: OCCAM failed to allocate memory for AK47 instance
        716516 Y - internal error in: function: OCCAM has corrupted ROL array
        716517 Y - internal error in: function: OCCAM cached block has no associated arena
        716518 Y - internal error in: function: OCCAM pool has no associated arena
        716519 Y - internal error in: function: OCCAM has corrupted pool list
        716520 Y - internal error in: function: OCCAM pool has no block list
        716521 Y - internal error in: function: OCCAM no realloc allowed in named pool
        716522 Y - internal error in: function: OCCAM corrupted standalone block
        716525 Y . UNICORN_SYSLOGID_SAL_CLOSE_PRIVDATA_CHANGED
        716526 Y - UNICORN_SYSLOGID_PERM_STORAGE_SERVER_LOAD_FAIL
        716527 Y - UNICORN_SYSLOGID_PERM_STORAGE_SERVER_STORE_FAIL
        716528 Y - Unexpected fiber scheduler error; possible out-of-memory condition
        716600 Y - Hostscan data rejected, limit exceeded
        716601 Y - Hostscan data rejected, system-wide limit
        716602 Y - Hostscan data rejected, memory allocation error
        716603 Y + Hostscan data received
        717001 Y - Querying keypair failed
        717002 Y - Certificate enrollment failed
        717003 Y + Certificate received from certificate authority
        717004 Y - PKCS12 export failed
        717005 Y + PKCS12 export succeeded
        717006 Y - PKCS12 import failed
        717007 Y + PKCS12 import succeeded
        717008 Y - Insufficient memory for PKI operation
        717009 Y - Certificate validation failed
        717010 Y - CRL polling failed
        717011 Y - Unexpected PKI event
        717012 Y - Failed to refresh CRL cache entry
        717013 Y . Removing a cached CRL
        717014 Y - Unable to cache CRL, size limitation
        717015 Y - CRL too large to process
        717016 Y . Removing expired CRL from cache
        717017 Y - Failed to query CA certificate
        717018 Y - CRL has too many entries
        717019 Y - Failed to insert CRL
        717020 Y - Failed to install device certificate
        717021 Y - Certificate data could not be verified
        717022 Y + Certificate was successfully validated
        717023 Y - SSL failed to set device certificate
        717024 Y . Checking CRL from trustpoint
        717025 Y . Validating certificate chain
        717026 Y - Name lookup failed during PKI operation
        717027 Y - Certificate chain failed validation
        717028 Y + Certificate chain was successfully validated
        717029 Y + Identified client certificate within chain
        717030 Y + Found suitable trustpoint to validate certificate
        717031 Y - Failed to find suitable trustpoint for issuer
        717032 Y - OCSP status check failed
        717033 Y + OCSP response received
        717034 Y . OCSP check bypassed
        717035 Y . OCSP status being checked
        717036 Y . Looking for tunnel group match by certificate maps
        717037 Y - Tunnel group search by certificate maps failed
        717038 Y + Tunnel group match found
        717039 Y - Local CA server internal error
        717040 Y - Local CA server failed and disabled
        717041 Y . Local CA server event
        717042 Y - Failed to enable local CA server
        717043 Y . Local CA certificate enrollment info for user
        717044 Y - Local CA certificate enrollment error for user
        717045 Y . Local CA CRL info
        717046 Y - Local CA CRL error
        717047 Y + Certificate revoked
        717048 Y + Certificate unrevoked
        717049 Y . Local CA certificate due to expire
        717050 Y + SCEP proxy processed request
        717051 Y - SCEP proxy denied request
        717052 Y - Session disconnected, periodic certificate authentication failure
        717053 Y + Periodic certificate authentication succeeded
        717054 Y . Certificate due to expire
        717055 Y - Certificate expired
        717056 Y . Attempting certificate revocation check
        717057 Y - Trustpool bundle import failed
        717058 Y + Trustpool bundle import successful
        717059 Y + Peer certificate matched certificate map
        717060 Y - Peer certificate failed to match certificate map
        717061 Y . Starting certificate enrollment
        717062 Y + Certificate enrollment succeeded
        717063 Y - Certificate enrollment failed
        717064 Y + Keypair regenerated for certificate renewal
        718001 Y - Internal interprocess communication queue send failure
        718002 Y - Create peer failure, already at maximum
        718003 Y . Got unknown peer message
        718004 Y . Got unknown internal message
        718005 Y - Fail to send
        718006 Y - Invalid load balancing state transition
        718007 Y - Socket open failure
        718008 Y - Socket bind failure
        718009 Y - Send HELLO response failure
        718010 Y . Sent HELLO response
        718011 Y - Send HELLO request failure
        718012 Y . Sent HELLO request
        718013 Y . Peer is not answering HELLO
        718014 Y . Master peer is not answering HELLO
        718015 Y . Received HELLO request
        718016 Y . Received HELLO response
        718017 Y - Got timeout for unknown peer msg type
        718018 Y - Send KEEPALIVE request failure
        718019 Y . Sent KEEPALIVE request
        718020 Y - Send KEEPALIVE response failure
        718021 Y . Sent KEEPALIVE response
        718022 Y . Received KEEPALIVE request
        718023 Y . Received KEEPALIVE response
        718024 Y - Send CFG UPDATE failure
        718025 Y . Sent CFG UPDATE
        718026 Y . Received CFG UPDATE
        718027 Y - Received unexpected KEEPALIVE request
        718028 Y - Send OOS indicator failure
        718029 Y . Sent OOS indicator
        718030 Y . Received planned OOS
        718031 Y . Received OOS obituary
        718032 Y . Received OOS indicator
        718033 Y - Send TOPOLOGY indicator failure
        718034 Y . Sent TOPOLOGY indicator
        718035 Y . Received TOPOLOGY indicator
        718036 Y - Process timeout
        718037 Y . Master processed timeouts
        718038 Y . Slave processed timeouts
        718039 Y . Process dead peer
        718040 Y . Timed-out exchange ID not found
        718041 Y - Timeout processed with no callback
        718042 Y - Unable to ARP
        718043 Y . Updating/removing duplicate peer entry
        718044 Y + Deleted peer
        718045 Y + Created peer
        718046 Y . Create group policy
        718047 Y - Fail to create group policy
        718048 Y - Create of secure tunnel failure
        718049 Y + Created secure tunnel
        718050 Y - Delete of secure tunnel failure
        718051 Y + Deleted secure tunnel
        718052 Y . Received GRAT-ARP from duplicate master
        718053 Y . Detected duplicate master, mastership stolen
        718054 Y . Detected duplicate master and going to SLAVE
        718055 Y . Detected duplicate master and staying MASTER
        718056 Y . Deleted Master peer
        718057 Y - Queue send failure from ISR
        718058 Y . State machine return code
        718059 Y . State machine function trace
        718060 Y - Inbound socket select fail
        718061 Y - Inbound socket read fail
        718062 Y . Inbound thread is awake
        718063 Y . Interface is down
        718064 Y . Admin. interface is down
        718065 Y - Cannot continue to run
        718066 Y - Cannot add secondary address to interface
        718067 Y - Cannot delete secondary address to interface
        718068 Y . Start VPN Load Balancing in
        718069 Y . Stop VPN Load Balancing in
        718070 Y . Reset VPN Load Balancing in
        718071 Y . Terminate VPN Load Balancing in
        718072 Y . Becoming master of Load Balancing in
        718073 Y . Becoming slave of Load Balancing in
        718074 Y - Fail to create access list
        718075 Y - Peer access list not set
        718076 Y - Fail to create tunnel group
        718077 Y - Fail to delete tunnel group
        718078 Y - Fail to create crypto map
        718079 Y - Fail to delete crypto map
        718080 Y - Fail to create crypto policy
        718081 Y - Fail to delete crypto policy
        718082 Y - Fail to create crypto ipsec
        718083 Y - Fail to delete crypto ipsec
        718084 Y - Public/cluster IP not on the same subnet
        718085 Y - Interface has no IP address defined
        718086 Y - Fail to install LB NP rules
        718087 Y - Fail to delete LB NP rules
        718088 Y . Possible VPN LB misconfiguration
        719001 Y - Email Proxy session could not be established: session limit has been reached
        719002 Y - Email Proxy session has been terminated due to error
        719003 Y + Email Proxy session resources have been freed
        719004 Y + Email Proxy session has been successfully established
        719005 Y + FSM has been created for session
        719006 Y - Email Proxy session has timed out because of network congestion
        719007 Y - Email Proxy session cannot be found
        719008 Y . Email Proxy service is shutting down
        719009 Y . Email Proxy service is starting
        719010 Y . Email Proxy feature is disabled
        719011 Y . Email Proxy feature is enabled
        719012 Y . Email Proxy server listening on port
        719013 Y . Email Proxy server closing port
        719014 Y . Email Proxy is changing listen port
        719015 Y . Parsed emailproxy session username
        719016 Y . Parsed emailproxy session password
        719017 Y - WebVPN user: invalid dynamic ACL
        719018 Y - WebVPN user: ACL ID not found
        719019 Y - WebVPN user: authorization failed
        719020 Y + WebVPN user authorization completed successfully
        719021 Y . WebVPN user is not checked against ACL
        719022 Y + WebVPN user has been authenticated
        719023 Y - WebVPN user has not been successfully authenticated
        719024 Y - Email Proxy piggyback auth fail
        719025 Y - Email Proxy DNS name resolution failed
        719026 Y + Email Proxy DNS name resolved
        """
}
