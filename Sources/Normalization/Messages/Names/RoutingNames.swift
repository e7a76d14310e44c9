// Names of messages about routing protocols, routes and the tracking of paths. EventNames says how a row reads.

extension EventNames {
    static let routing = """
        317001 Y - No memory available
        317002 Y - Bad path index
        317003 Y - IP routing table creation failure
        317004 Y . IP routing table limit warning
        317005 Y - IP routing table limit exceeded
        317006 Y - Pdb index error
        317007 Y + Added route
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
        418018 Y . BGP neighbor state change
        418019 Y . BGP notification sent to neighbor
        418040 Y - unsupported or mal-formatted message received
        418044 Y - Connection closed remotely by BGP neighbor
        422004 Y . IP SLA Monitor: Duplicate event received
        422005 Y - IP SLA Monitor Probe(s) could not be scheduled because clock is not set
        422006 Y . IP SLA Monitor Probe
        503004 Y . Key ID in key chain does not have a key
        503005 Y . Key ID in key chain does not have a cryptographic algorithm
        503101 Y . OSPFv3 Process, Nbr state change
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
        621003 Y - The event queue size has exceeded
        621006 Y . Mrib disconnected, event cancelled
        622101 Y . Starting regex table compilation
        622102 Y + Completed regex table compilation
        870001 Y . policy-route path-monitoring, remote peer
        """
}
