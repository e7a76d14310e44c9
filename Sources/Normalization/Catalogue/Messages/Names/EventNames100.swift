// Names of Cisco's messages 100000 to 199999 that no family of layouts declares; how a row reads is said in
// EventNames. Data only.

extension EventNames {
    static let from100 = """
        101001 Y + Failover cable OK
        101002 Y - Bad failover cable
        101003 Y . Failover cable not connected (this unit)
        101004 Y . Failover cable not connected (other unit)
        101005 Y - Error reading failover cable status
        102001 Y - Power failure/System reload other side
        103001 Y . No response from other firewall
        103002 Y + Other firewall network interface OK
        103003 Y - Other firewall network interface failed
        103004 Y - Other firewall reports this firewall failed
        103005 Y - Other firewall reporting failure
        103006 Y - Mate version is not compatible with ours
        103007 Y . Mate version is not identical with ours
        103008 Y - Mate hwdib index is not compatible
        104001 Y . Switching to ACTIVE
        104002 Y . Switching to STANDBY
        104003 Y - Switching to FAILED
        104004 Y + Switching to OK
        104501 Y . Switching to ACTIVE
        104502 Y - Becoming Backup unit failed
        105001 Y . Disabling failover
        105002 Y . Enabling failover
        105003 Y . Monitoring on interface waiting
        105004 Y . Monitoring on interface normal
        105005 Y - Lost Failover communications with mate on interface
        105006 Y . Link status Up on interface
        105007 Y - Link status Down on interface
        105008 Y . Testing interface
        105009 Y . Testing on interface Passed or Failed
        105010 Y - Failover message block alloc failed
        105011 Y - Failover cable communication failure
        105020 Y . Incomplete/slow config replication
        105021 Y - Standby unit failed to sync due to a locked config
        105022 Y - Config replication failed
        105031 Y + Failover LAN interface is up
        105032 Y . LAN Failover interface is down
        105033 Y . LAN FO cmd Iface down and up again
        105034 Y . Receive a LAN_FAILOVER_UP message from peer
        105035 Y . Receive a LAN failover interface down msg from peer
        105036 Y - dropped a LAN Failover command message
        105037 Y . The primary and standby units are switching back and forth as the active unit
        105038 Y - Interface count mismatch
        105039 Y - Unable to verify the Interface count with mate
        105040 Y - Mate failover version is not compatible
        105041 Y - cmd failed during sync
        105042 Y + Failover interface OK
        105043 Y - Failover interface failed
        105044 Y - Mate operational mode is not compatible with my mode
        105045 Y - Mate license is not compatible with my license
        105046 Y . Mate has a different chassis
        105047 Y . Mate has a card in slot which is different from mine
        105048 Y . Mate's service module is different from mine
        105050 Y - ASAv ethernet interface mismatch
        105052 Y . HA cipher in use, strong encryption is available
        105500 Y . Started HA
        105501 Y . Stopping HA
        105502 Y . Restarting Cloud HA on this unit
        105503 Y . Internal state change
        105504 Y + Connected to peer
        105505 Y - Failed to connect to peer unit
        105506 Y - Unable to create socket
        105507 Y - Unable to bind socket
        105508 Y - Error creating failover connection socket
        105509 Y - Error sending message to peer unit
        105510 Y - Error receiving message from peer unit
        105511 Y - Incomplete read of message header of message from peer unit
        105512 Y - Error receiving message body of message from peer unit
        105513 Y - Incomplete read of message body of message from peer unit
        105514 Y - Error occurred when responding to message received from peer unit
        105515 Y - Error receiving message from peer unit
        105516 Y - Incomplete read of message header of message from peer unit
        105517 Y - Error receiving message body of message from peer unit
        105518 Y - Incomplete read of message body of message from peer unit
        105519 Y - Invalid response to message received from peer unit
        105520 Y . Responding to Azure Load Balancer probes
        105521 Y . No longer responding to Azure Load Balancer probes
        105522 Y . Updating route
        105523 Y . Updated route
        105524 Y . Transitioning to Negotiating state due to the presence of another Active HA unit
        105525 Y . Incomplete configuration to initiate access token change request
        105526 Y - Unexpected status in response to access token request
        105527 Y - Failure reading response to access token request
        105528 Y - No access token in response to access token request
        105529 Y - Error creating authentication header from access token
        105530 Y - No response to access token request
        105531 Y - Failed to obtain route-table information needed for change request
        105532 Y - Unexpected status in response to route-table change request
        105533 Y - Failure reading response to route-table change request
        105534 Y - No provisioning state in response to route-table change request
        105535 Y - No response to route-table change request
        105536 Y - Failed to obtain Azure authentication header for route status request
        105537 Y - Unexpected status in response to route state request
        105538 Y - Failure reading response to route state request
        105539 Y - No response to route state request
        105540 Y . No route-tables configured
        105541 Y - Failed to update route-table
        105542 Y . Enabling load balancer probe responses
        105543 Y . Disabling load balancer probe responses
        105544 Y - Error creating load balancer probe socket
        105545 Y - Error starting load balancer probe socket
        105546 Y - Error starting load balancer probe handler
        105547 Y - Error generating encryption key for Azure secret key
        105548 Y - Error storing encryption key for Azure secret key
        105549 Y - Error retrieving encryption key for Azure secret key
        105550 Y - Error encrypting Azure secret key
        105551 Y - Error encrypting Azure secret key
        105552 Y . Stopped HA
        105553 Y . Detected another Active HA unit
        106001 T - Inbound TCP connection denied
        106002 T - Connection denied by outbound list
        106006 T - Deny inbound UDP
        106007 T - Deny inbound UDP due to DNS
        106010 T - Deny inbound connection
        106011 T - Deny inbound, no xlate
        106012 T - Deny IP with options
        106013 T - Dropping echo request to PAT address
        106014 T - Deny inbound ICMP
        106015 T - Deny TCP, no connection
        106016 T - Deny IP spoof
        106017 T - Deny IP due to land attack
        106018 T - ICMP packet denied by outbound list
        106020 T - Deny IP teardrop fragment
        106021 T - Deny by reverse path check
        106022 T - Deny connection spoof
        106023 T - Deny by access-group
        106024 T - Access rules memory exhausted
        106025 T - Failed to determine security context
        106026 T - Failed to determine security context
        106027 T - Ethertype denied by access-group
        106100 T . Access-list hit
        106101 T . Cached deny-flows limit reached
        106102 T . VPN filter access-list hit
        106103 T - VPN filter access-list denied
        107001 Y - RIP auth failed
        107002 Y - RIP pkt failed
        108002 T . SMTP replaced
        108003 T - ESMTP connection terminated, malicious pattern
        108004 T . ESMTP classification action
        108005 T . Received ESMTP
        108006 T . Detected ESMTP size violation
        108007 T + TLS started on ESMTP session and server
        109001 Y . Cut-through authentication started
        109002 Y - Authentication failed, AAA server failed
        109003 Y - Authentication failed, all AAA servers failed
        109005 Y + Authentication succeeded
        109006 Y - Authentication failed
        109007 Y + Authorization permitted
        109008 Y - Authorization denied
        109010 Y - Authentication failed, too many pending authentications
        109011 Y + Authentication session start
        109012 Y . Authentication session end
        109013 Y - User must authenticate before using this service
        109014 Y - Non-Telnet connection denied to virtual Telnet address
        109016 Y - Authorization ACL not found for user
        109017 Y - User exceeded auth proxy connection limit
        109018 Y - Downloaded ACL is empty
        109019 Y - Downloaded ACL has parsing error
        109020 Y - Downloaded ACL has config error
        109021 Y - Uauth null proxy error
        109022 Y - HTTPS proxy process limit exceeded
        109023 Y - User must authenticate before using this service
        109024 Y - Authorization denied, user not authenticated
        109025 Y - Authorization denied by user ACL
        109026 Y - Invalid AAA reply digest received
        109027 Y - Unable to decipher AAA response message
        109028 Y . AAA bypassed for same-security traffic
        109029 Y - Parsing downloaded ACL
        109030 Y . ACL wildcard netmask not converted
        109031 Y - NT domain authentication failed, guest login rejected
        109032 Y - Unable to install downloaded ACL for user
        109033 Y - Admin authentication failed, challenge not supported
        109034 Y - Network user authentication failed, challenge not supported
        109035 Y - Exceeded maximum number of DAP attribute instances
        109036 Y . Exceeded 1000 attribute values for LDAP attribute
        109037 Y - Exceeded 5000 attribute values for AAA attribute
        109038 Y - AAA server attribute could not be parsed
        109039 Y - AAA authentication dropped unsupported IPv6 packet
        109040 Y - User exceeded auth proxy rate limit
        109100 Y + RADIUS CoA update received
        109101 Y + RADIUS CoA disconnect request received
        109102 Y - RADIUS CoA received for unknown session
        109103 Y - RADIUS CoA action failed
        109104 Y - RADIUS CoA action not supported
        109105 Y - Failed to determine egress interface for AAA traffic
        109201 Y + UAUTH succeeded adding VPN user entry
        109202 Y + UAUTH succeeded incrementing entry use
        109203 Y - UAUTH failed adding VPN user entry
        109204 Y + UAUTH succeeded applying filter
        109205 Y - UAUTH failed applying filter
        109206 Y . UAUTH removing stale entry
        109207 Y + UAUTH succeeded updating entry
        109208 Y - UAUTH failed updating entry, no entry
        109209 Y - UAUTH failed updating filter, entry allocated to another session
        109210 Y + UAUTH succeeded removing VPN user entry
        109211 Y + UAUTH succeeded decrementing entry use
        109212 Y - UAUTH failed removing entry
        109213 Y - UAUTH failed removing entry, address allocated to another session
        110002 T - Failed to locate egress interface
        110003 T - Routing failed to locate next hop
        110004 T . Egress interface changed connection
        111001 Y . Begin configuration, writing
        111002 Y . Begin configuration, reading
        111003 Y . Erase configuration
        111004 Y . End configuration
        111005 Y + End configuration OK
        111007 Y . Begin configuration, reading
        111008 Y + User executed command
        111009 Y + User executed show command
        111010 Y + User made a configuration change
        111111 Y - System or infrastructure error
        112001 Y + Clear configuration finished
        113001 Y - Unable to open AAA session, session limit reached
        113003 Y + AAA group policy set for user
        113004 Y + AAA user authentication Successful
        113005 Y - AAA user authentication Rejected
        113006 Y - User locked out after successive failed authentication attempts
        113007 Y + User unlocked by administrator
        113008 Y + AAA transaction status ACCEPT
        113009 Y + AAA retrieved default group policy
        113010 Y . AAA challenge received
        113011 Y + AAA retrieved user specific group policy
        113012 Y + AAA user authentication Successful
        113013 Y - AAA unable to complete the request
        113014 Y - AAA server not accessible
        113015 Y - AAA user authentication Rejected
        113016 Y - AAA credentials rejected
        113017 Y - AAA credentials rejected
        113018 Y - Unsupported downloaded ACL entry
        113019 Y + VPN session disconnected
        113020 Y - Kerberos clock skew with server
        113021 Y - Console login failed, no admin rights
        113022 Y - AAA server marked FAILED
        113023 Y + AAA server marked ACTIVE
        113024 Y . Authenticating connection with username from client certificate
        113025 Y - Could not authenticate connection from certificate
        113026 Y - Error executing username-from-certificate script
        113027 Y - Error activating tunnel-group scripts
        113028 Y . Username extraction from VPN client certificate
        113029 Y - VPN session could not be established, session limit reached
        113030 Y - User ACL from AAA does not exist, terminating connection
        113031 Y - AnyConnect vpn-filter is an IPv6 ACL, not applied
        113032 Y - AnyConnect ipv6-vpn-filter is an IPv4 ACL, not applied
        113033 Y - AnyConnect session not allowed, ACL parse error
        113034 Y . User ACL from AAA ignored, AV-PAIR ACL used
        113035 Y - Session terminated, AnyConnect not enabled or invalid image
        113036 Y - AAA parameter value invalid
        113037 Y - Reboot pending, user login denied
        113038 Y - Unable to create AnyConnect parent session
        113039 Y + AnyConnect parent session started
        113040 Y - VPN connection terminated, group lock mismatch
        113041 Y - Redirect ACL does not exist on the device
        113042 Y - Non-HTTP connection denied by redirect filter
        113045 Y . AAA SDI server status changed
        114001 Y - Failed to initialize 4GE SSM I/O card
        114002 Y - Failed to initialize SFP in 4GE SSM I/O card
        114003 Y - Failed to run cached commands in 4GE SSM I/O card
        114004 Y . 4GE SSM I/O Initialization start
        114005 Y . 4GE SSM I/O Initialization end
        114006 Y - Failed to get port statistics in 4GE SSM I/O card
        114007 Y - Failed to get current msr in 4GE SSM I/O card
        114008 Y - Failed to enable port after link is up in 4GE SSM I/O card
        114009 Y - Failed to set multicast address in 4GE SSM I/O card
        114010 Y - Failed to set multicast hardware address in 4GE SSM I/O card
        114011 Y - Failed to delete multicast address in 4GE SSM I/O card
        114012 Y - Failed to delete multicast hardware address in 4GE SSM I/O card
        114013 Y - Failed to set mac address table in 4GE SSM I/O card
        114014 Y - Failed to set mac address in 4GE SSM I/O card
        114015 Y - Failed to set mode in 4GE SSM I/O card
        114016 Y - Failed to set multicast mode in 4GE SSM I/O card
        114017 Y - Failed to get link status in 4GE SSM I/O card
        114018 Y - Failed to set port speed in 4GE SSM I/O card
        114019 Y - Failed to set media type in 4GE SSM I/O card
        114020 Y . Port link speed is unknown in 4GE SSM I/O card
        114021 Y - Failed to set multicast address table in 4GE SSM I/O card
        114022 Y - Failed to pass broadcast traffic in 4GE SSM I/O card
        114023 Y - Failed to cache/flush mac table in 4GE SSM I/O card
        115000 Y . Critical assertion in process
        115001 Y - Error in process
        115002 Y . Warning in process
        119901 Y - Stack smash in process/fiber
        120001 Y + Smart Call-Home Module is started
        120002 Y + Smart Call-Home Module is terminated
        120003 Y . Process event
        120004 Y - Event is dropped
        120005 Y - Message is dropped
        120006 Y - Delivering message failed
        120007 Y + Message delivered
        120008 Y + SCH client is activated
        120009 Y + SCH client is deactivated
        120010 Y - Notify command to SCH client failed
        120012 Y . User chose to call-home anonymous reporting at the prompt
        121001 Y . Telemetry support on the chassis
        121002 Y . Telemetry support on the blade
        121003 Y . Telemetry request from the chassis received
        199001 Y . Reload command executed
        199002 Y + Startup completed
        199003 Y . Reducing link MTU
        199005 Y . Startup begin
        199010 Y - Signal caught in process
        199011 Y - Close on bad channel in process
        199012 Y - Stack smash during new_stack_call
        199013 Y . Syslog alert
        199014 Y . Syslog critical
        199015 Y . Syslog error
        199016 Y . Syslog warning
        199017 Y . Syslog notice
        199018 Y . Syslog informational
        199019 Y . Syslog debug
        199020 Y . System memory utilization high
        199021 Y - System memory watchdog reload
        199027 Y - Restore operation was aborted
        """
}
