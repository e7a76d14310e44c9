// Names of Cisco's messages 500000 to 699999 that no family of layouts declares; how a row reads is said in
// EventNames. Data only.

extension EventNames {
    static let from500 = """
        500001 T . ActiveX content modified
        500002 T . Java content modified
        500003 T - Bad TCP header length
        500004 T - Invalid transport field
        500005 T - connection terminated due to invalid combination of inspections on same flow
        501101 Y . User transitioning priv level
        502101 Y + New user added to local database
        502102 Y + User deleted from local database
        502103 Y + User privilege level changed
        502111 Y + New group policy added
        502112 Y + Group policy deleted
        503001 Y . OSPF Process, Nbr state change
        503002 Y . The last key has expired, packets sent using last valid key
        503003 Y . Packet with expired Key ID
        503004 Y . Key ID in key chain does not have a key
        503005 Y . Key ID in key chain does not have a cryptographic algorithm
        503101 Y . OSPFv3 Process, Nbr state change
        504001 Y + Security context was added to the system
        504002 Y + Security context was removed from the system
        505001 Y . Module is shutting down
        505002 Y . Module is reloading
        505003 Y . Module is resetting
        505004 Y + Module shutdown is complete
        505005 Y . Module is initializing control communication
        505006 Y . Module is Up
        505007 Y . Module is recovering
        505008 Y . Module software is being updated
        505009 Y + Module software was updated
        505010 Y + Module removed
        505011 Y . Module, data channel communication is UP
        505012 Y + Module, application stopped
        505013 Y . Module application changed
        505014 Y - Module, application down
        505015 Y . Module, application up
        505016 Y . Module application changed
        506001 Y . event source event
        507001 T - TCP-proxy connection terminated, reassembly limit
        507002 T - Proxy-mode data copy exceeded buffer limit
        507003 T - Flow terminated by inspection engine
        508001 T . DCERPC non-standard version, terminating connection
        508002 T . DCERPC response has low endpoint port, terminating connection
        509001 T - Connection attempt was prevented by no forward command
        520001 Y - ID table error
        520002 Y - bad new ID table size
        520003 Y - bad id
        520004 Y - ID table error
        520005 Y - ID table error
        520010 Y - Bad queue elem
        520011 Y - Null queue elem
        520013 Y - Regular expression access check with bad list
        520020 Y - No memory available
        520021 Y - Error deleting trie entry
        520022 Y - Error adding mask entry
        520023 Y - Invalid pointer to head of tree
        520024 Y - Orphaned mask
        520025 Y - No memory for radix initialization
        602101 Y - PMTU-D packet greater than effective MTU
        602103 Y . IPSEC PMTU updated for SA
        602104 Y . IPSEC PMTU unchanged for SA
        602303 Y + IPSEC SA created
        602304 Y + IPSEC SA deleted
        602305 Y - IPSEC SA creation error
        602306 Y - IPSEC SA change peer IP error
        603101 Y - PPTP received out of seq or duplicate pkt
        603102 Y . PPP virtual interface aaa authentication started
        603103 Y . PPP virtual interface aaa authentication status
        603104 Y + PPTP tunnel created
        603105 Y + PPTP tunnel deleted
        603106 Y + L2TP tunnel created
        603107 Y + L2TP tunnel deleted
        603108 Y + Built PPPoE tunnel
        603109 Y + Teardown PPPoE tunnel
        603110 Y - Failed to establish L2TP session
        604101 Y + DHCP client interface: Allocated ip
        604102 Y + DHCP client interface: address released
        604103 Y + DHCP daemon interface: address granted
        604104 Y + DHCP daemon interface: address released
        604105 Y - DHCPD: Unable to send DHCP reply to client
        604201 Y + DHCPv6 PD client received delegated prefix
        604202 Y + DHCPv6 PD client releasing delegated prefix
        604203 Y + DHCPv6 PD client renewed delegated prefix
        604204 Y . DHCPv6 delegated prefix got expired
        604205 Y + DHCPv6 client allocated address
        604206 Y + DHCPv6 client releasing address
        604207 Y + DHCPv6 client renewed address
        604208 Y . DHCPv6 client address got expired
        605004 Y - Login denied
        605005 Y + Login permitted
        606001 Y + ASDM session started
        606002 Y + ASDM session ended
        606003 Y + ASDM logging session started
        606004 Y + ASDM logging session ended
        607001 T + Pre-allocate SIP secondary channel
        607002 T . action SIP:sip/sport:dip/dport
        607003 T . Received SIP:sip/sport:dip/dport
        607004 T - Phone Proxy: Dropping SIP message with source MAC due to secure phone database mismatch
        608001 T + Pre-allocate Skinny secondary channel
        608002 T - Dropping Skinny message, prefix too small
        608003 T - Dropping Skinny message, prefix too large
        608004 T - Dropping Skinny message, id not allowed
        608005 T - Dropping Skinny message, registration not complete
        609001 T + Built local-host
        609002 T + Teardown local-host
        610001 Y - NTP packet denied
        610002 Y - NTP authentication failed
        610101 Y - Command authorization failed
        611101 Y + User authentication succeeded
        611102 Y - User authentication failed
        611103 Y + User logged out
        611104 Y . Serial console idle timeout exceeded
        611301 Y + VPNClient NAT configured for client mode, no split tunneling
        611302 Y + VPNClient NAT exemption for network extension mode, no split tunneling
        611303 Y + VPNClient NAT configured for client mode with split tunneling
        611304 Y + VPNClient NAT exemption for network extension mode with split tunneling
        611305 Y + VPNClient DHCP policy installed
        611306 Y + VPNClient PFS policy installed
        611307 Y + VPNClient connected to head end
        611308 Y + VPNClient split DNS policy installed
        611309 Y . VPNClient disconnecting from head end
        611310 Y + VPNClient XAUTH succeeded
        611311 Y - VPNClient XAUTH failed
        611312 Y . VPNClient backup server list
        611313 Y - VPNClient backup server list error
        611314 Y . VPNClient redirected by load balancing cluster
        611315 Y . VPNClient disconnecting from load balancing cluster member
        611316 Y . VPNClient secure unit authentication enabled
        611317 Y . VPNClient secure unit authentication disabled
        611318 Y . VPNClient user authentication enabled
        611319 Y . VPNClient user authentication disabled
        611320 Y . VPNClient device pass-through enabled
        611321 Y . VPNClient device pass-through disabled
        611322 Y . VPNClient extended XAUTH conversation initiated
        611323 Y . VPNClient duplicate split network entry
        612001 Y + Auto Update succeeded
        612002 Y - Auto Update failed
        612003 Y - Auto Update failed to contact
        613001 Y - Checksum Failure in database
        613002 Y . interface has zero bandwidth
        613003 Y . OSPF netmask changed from area to area
        613004 Y - Internal error: memory allocation failure
        613005 Y . Flagged as being an ABR without a backbone area
        613006 Y . Reached unknown state in neighbor state machine
        613007 Y . OSPF area lsid mask type
        613008 Y . OSPF interface state
        613011 Y . OSPF process is changing router-id
        613013 Y . OSPF LSID has no corresponding LSA
        613014 Y . Base topology enabled on interface attached to MTR compatible mode area
        613015 Y . Process flushes LSA ID
        613016 Y - router-LSA is too large to flood
        613017 Y - Bad LSA mask
        613018 Y - Maximum number of non self-generated LSA has been exceeded
        613019 Y . Threshold for maximum number of non self-generated LSA has been reached
        613021 Y . Packet not written to the output queue
        613022 Y . Doubly linked list linkage is NULL
        613023 Y . Doubly linked list prev linkage is NULL
        613024 Y . Unrecognized timer in OSPF
        613025 Y - Invalid build flag for LSA
        613026 Y - Can not allocate memory for area structure
        613027 Y . OSPF process removed from interface
        613028 Y . Unrecognized virtual interface
        613029 Y . Router-ID is in use by ospf process
        613030 Y . Router is currently an ASBR while having only one area which is a stub area
        613031 Y . No IP address for interface
        613032 Y - Init failed for interface, area is being deleted
        613033 Y . Interface is attached to more than one area
        613034 Y . Neighbor not configured
        613035 Y - Could not allocate or find neighbor
        613036 Y - Can not use configured neighbor: cost and database-filter options are allowed only for a point-to-multipoint network
        613037 Y - Can not use configured neighbor: poll and priority options are allowed only for a NBMA network
        613038 Y - Can not use configured neighbor: cost or database-filter option is required for point-to-multipoint broadcast network
        613039 Y - Can not use configured neighbor: neighbor command is allowed only on NBMA and point-to-multipoint networks
        613040 Y - OSPF Router originating invalid type LSA
        613041 Y . OSPF LSA counter DoNotAge
        613042 Y . OSPF process lacks forwarding address for type 7 LSA in NSSA
        613043 Y . Negative database reference count
        613101 Y - Checksum Failure in database
        613102 Y . interface has zero bandwidth
        613103 Y . OSPF netmask changed from area to area
        613104 Y . Unrecognized virtual interface
        614001 Y . Split DNS: request patched from server
        614002 Y . Split DNS: reply from server
        615001 Y - vlan not available for firewall interface
        615002 Y . vlan available for firewall interface
        616001 T . Pre-allocate MGCP connection to /port message
        617001 T . GTPv version not accepted
        617002 T . Removing v1 PDP Context with TID tid from GGSN and SGSN
        617003 T + GTP Tunnel created
        617004 T + GTP connection created for response from /0
        617100 T . Teardown connection(s)
        618001 T - Denied STUN packet for connection
        620001 T + Pre-allocate CTIQBE secondary channel
        620002 T - Unsupported CTIQBE version
        621001 Y . Interface does not support multicast, not enabled
        621002 Y . Interface does not support multicast, not enabled
        621003 Y - The event queue size has exceeded
        621006 Y . Mrib disconnected, event cancelled
        621007 Y - Bad register
        622001 Y . tracked route
        622101 Y . Starting regex table compilation
        622102 Y + Completed regex table compilation
        634001 Y . The following DAP records were selected for this connection
        """
}
