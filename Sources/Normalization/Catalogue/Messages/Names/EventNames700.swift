// Names of Cisco's messages 700000 to 713999 that no family of layouts declares; how a row reads is said in
// EventNames. Data only.

extension EventNames {
    static let from700 = """
        701001 Y - alloc_user() out of Tcp_user objects
        701002 Y - alloc_proxy() out of Tcp_proxy objects
        702305 Y . IPSEC SA rekeying, sequence number rollover
        702307 Y . IPSEC SA rekeying, data rollover
        703001 T - H.225 message received is using an unsupported version number
        703002 T . Received H.225 Release Complete with newConnectionNeeded
        703008 T . Allowing early-message before SETUP
        709001 Y - FO replication failed
        709002 Y - FO unreplicable
        709003 Y . Beginning configuration replication: Sending to mate
        709004 Y . End Configuration Replication (ACT)
        709005 Y . Beginning configuration replication: Receiving from mate
        709006 Y . End Configuration Replication (STB)
        709007 Y - Configuration replication failed for command
        709008 Y . Configuration sync in progress
        709009 Y + Configuration on Active and Standby is matching
        709010 Y . Configuration between units doesn't match. Going for config sync
        709011 Y + Failover configuration replication completed
        709012 Y . Skip configuration replication from mate as configuration on Active and Standby is matching
        709013 Y - Failover configuration replication hash comparison timeout expired
        710001 T . TCP access requested
        710002 T + Access permitted
        710003 T - Access denied by ACL
        710004 T - TCP connection limit exceeded
        710005 T - Request discarded
        710006 T - Request discarded
        710007 T . NAT-T keepalive received
        711001 Y . debug message
        711002 Y . Task ran
        711003 Y - Unknown/Invalid interface identifier(vpifnum) detected
        711004 Y . Task ran
        711005 Y . Traceback
        711006 Y + CPU profiling has started
        713004 Y . device scheduled for reboot or shutdown, IKE key acquire message, for Peer ignored
        713006 Y - Failed to obtain state for message Id
        713008 Y . Key ID in ID payload too big for pre-shared IKE tunnel
        713009 Y . OU in DN in ID payload too big for Certs IKE tunnel
        713010 Y - failed to find centry for message Id
        713012 Y . Unknown protocol
        713014 Y . Unknown Domain of Interpretation (DOI)
        713016 Y . Unknown identification type, Phase, Type
        713017 Y - Identification type not supported, Phase, Type
        713018 Y . Unknown ID type during find of group name for certs, Type
        713020 Y . No Group found by matching OU(s) from ID payload
        713022 Y . No Group found matching for Pre-shared key peer
        713024 Y . Received local Proxy Host data in ID Payload: Address, Protocol, Port
        713025 Y . Received remote Proxy Host data in ID Payload: Address, Protocol, Port
        713028 Y . Received local Proxy Range data in ID Payload: Addresses, Protocol, Port
        713029 Y . Received remote Proxy Range data in ID Payload: Addresses, Protocol, Port
        713032 Y - Received invalid local Proxy Range
        713033 Y - Received invalid remote Proxy Range
        713034 Y . Received local IP Proxy Subnet data in ID Payload: Address, Mask, Protocol, Port
        713035 Y . Received remote IP Proxy Subnet data in ID Payload: Address, Mask, Protocol, Port
        713039 Y - Send failure: Bytes, Peer
        713040 Y - Could not find connection entry and can not encrypt
        713041 Y . IKE initiator negotiating tunnel
        713042 Y - IKE Initiator unable to find policy
        713043 Y . Cookie/peer address session already in progress
        713047 Y - Unsupported Oakley group: Group
        713048 Y - Error processing payload: Payload ID
        713049 Y + IKE security negotiation complete
        713050 Y + IKE connection terminated for peer
        713052 Y + IKE user authenticated
        713056 Y - Tunnel rejected: SA not found for group
        713060 Y - IKE tunnel rejected, group-lock check failed
        713061 Y - IKE tunnel rejected, no matching crypto map entry
        713062 Y . IKE Peer address same as our interface address
        713063 Y . IKE Peer address not configured for destination
        713065 Y . IKE Remote Peer did not negotiate the following
        713066 Y . IKE Remote Peer configured for SA
        713068 Y . Received non-routine Notify message
        713072 Y - Password too long, truncating characters
        713073 Y . Responder forcing change of IKE rekeying duration
        713074 Y . Responder forcing change of IPSec rekeying duration
        713075 Y . Overriding Initiator's IPSec rekeying duration
        713076 Y . Overriding Initiator's IPSec rekeying duration
        713078 Y - Temp buffer for building mode config attributes exceeded
        713081 Y - Unsupported certificate encoding type
        713082 Y - Failed to retrieve identity certificate
        713083 Y - Invalid certificate handle
        713084 Y - Received invalid phase 1 port value in ID payload
        713085 Y - Received invalid phase 1 protocol in ID payload
        713086 Y - Received unexpected Certificate payload. Possible invalid Auth Method
        713088 Y - Set Cert file handle failure: no IPSec SA
        713092 Y - Failure during phase 1 rekeying attempt due to collision
        713094 Y - Cert validation failure: handle invalid for Mode
        713098 Y - Aborting: No identity cert specified in IPSec SA
        713099 Y - Tunnel Rejected: Received NONCE length is out of range
        713102 Y - Phase 1 ID Data length too long - reject tunnel
        713103 Y - Invalid (NULL) secret key detected while computing hash
        713104 Y - Attempt to get Phase 1 ID data failed while
        713105 Y . Zero length data in ID payload received during phase 1 or 2 processing
        713107 Y - request attempt failed
        713109 Y - Unable to process the received peer certificate
        713112 Y - Failed to process CONNECTED notify
        713113 Y . Deleting IKE SA with associated IPSec connection entries
        713114 Y . Connection entry points to IKE SA, but cookies don't match
        713115 Y - Client rejected NAT enabled IPSec request, falling back to standard IPSec
        713117 Y - Received Invalid SPI notify
        713118 Y - Detected invalid Diffie-Helmann group descriptor, in IKE area
        713119 Y + IKE phase 1 completed
        713120 Y + IKE phase 2 completed
        713121 Y . Keep-alive type for this connection
        713122 Y . Keep-alives configured but peer support keep-alives
        713123 Y - IKE lost contact with remote peer
        713124 Y . Received DPD sequence number
        713127 Y . Xauth required but selected Proposal does not support xauth, Check priorities of ike xauth proposals in ike proposal list
        713128 Y . Connection attempt to VCPIP redirected to VCA peer via load balancing
        713129 Y - Received unexpected Transaction Exchange payload type
        713130 Y - Received unsupported transaction mode attribute
        713131 Y . Received unknown transaction mode attribute
        713132 Y - IKE cannot obtain an IP address for remote peer
        713133 Y - Mismatch: Overriding phase 2 DH Group with phase 1 group
        713134 Y - Mismatch: P1 Authentication algorithm in the crypto map entry different from negotiated algorithm for the L2L connection
        713135 Y . message received, redirecting tunnel
        713136 Y - IKE session establishment timed out, aborting
        713137 Y . Reaper overriding refCnt and tunnelCnt -- deleting SA
        713138 Y . Group not found and BASE GROUP default preshared key not configured
        713139 Y . not found, using BASE GROUP default preshared key
        713140 Y . Split Tunneling Policy requires network list but none configured
        713141 Y . Client-reported firewall does not match configured firewall
        713142 Y . Client did not report firewall in use, but there is a configured firewall
        713143 Y . Processing firewall record
        713144 Y - Ignoring received malformed firewall record
        713145 Y . Detected Hardware Client in network extension mode, adding static route for
        713146 Y - Could not add route for Hardware Client in network extension mode
        713147 Y . Terminating tunnel to Hardware Client in network extension mode, deleting static route for
        713148 Y - Terminating tunnel to Hardware Client in network extension mode, unable to delete static route
        713149 Y . Hardware client security attribute was enabled but not requested
        713152 Y - Unable to obtain any rules from filter to send to client for CPP, terminating connection
        713154 Y - DNS lookup Server failed
        713155 Y + DNS lookup for Primary VPN Server successfully resolved after a previous failure
        713156 Y . Initializing Backup Server
        713157 Y - Timed out on initial contact Tunnel could not be established
        713158 Y - Client rejected NAT enabled IPSec Over UDP request, falling back to IPSec Over TCP
        713159 Y - TCP Connection to Firewall Server has been lost, restricted tunnels are now allowed full network access
        713160 Y + Remote user has been granted access by the Firewall Server
        713161 Y . Remote user network access has been restricted by the Firewall Server
        713162 Y - Remote user has been rejected by the Firewall Server
        713163 Y - Remote user has been terminated by the Firewall Server
        713164 Y . The Firewall Server has requested a list of active user sessions
        713165 Y . Client IKE Auth mode differs from the group's configured Auth mode
        713166 Y - Headend failed our user authentication attempt
        713167 Y - Remote peer has failed user authentication
        713168 Y . Re-auth enabled, but tunnel must be authenticated interactively
        713169 Y . IKE Received delete for rekeyed SA IKE peer
        713170 Y . IKE Received delete for rekeyed centry IKE peer
        713171 Y . NAT-Traversal sending NAT-Original-Address payload
        713172 Y . IKE automatic NAT detection status
        713174 Y - Hardware Client connection rejected! Network Extension Mode is not allowed for this group
        713176 Y . memory resources are critical, IKE key acquire message, for Peer ignored
        713177 Y . Received remote Proxy Host FQDN in ID Payload: Host Name
        713178 Y . IKE Initiator received a packet from its peer without a Responder cookie
        713179 Y . IKE AM Initiator received a packet from its peer without a payload
        713182 Y - IKE could not recognize the version of the client! IPSec Fragmentation Policy will be ignored for this connection
        713184 Y . IKE client type and application version
        713185 Y - Error: Username too long - connection aborted
        713186 Y - Invalid secondary domain name list received from the authentication server
        713187 Y - Tunnel Rejected: IKE peer does not match remote peer as defined in L2L policy
        713189 Y . Attempted to assign network or broadcast, removing from pool
        713190 Y - Got bad refCnt assigning
        713191 Y - Maximum concurrent IKE negotiations exceeded
        713193 Y - Received packet with missing payload
        713194 Y . IKE sending delete with reason
        713195 Y - Tunnel rejected: Originate-Only: Cannot accept incoming tunnel yet
        713196 Y . Remote L2L Peer initiated a tunnel with same outer and inner addresses
        713197 Y - The configured Confidence Interval is invalid for this connection
        713198 Y - IKE user authorization failed
        713199 Y . Reaper corrected an SA that has not decremented the concurrent IKE negotiations counter
        713201 Y . IKE duplicate packet detected
        713202 Y . IKE duplicate first packet detected
        713203 Y - IKE Receiver: Error reading from socket
        713204 Y + Adding static route for client address
        713205 Y - Could not add static route for client
        713206 Y - Tunnel Rejected: Conflicting protocols specified by tunnel-group and group-policy
        713207 Y . Terminating connection: IKE Initiator and tunnel group specifies L2TP Over IPSec
        713208 Y - Cannot create dynamic rule for Backup L2L entry rule
        713209 Y - Cannot delete dynamic rule for Backup L2L entry rule
        713210 Y - Cannot create dynamic map for Backup L2L entry
        713211 Y . Adding static route for L2L peer coming in on a dynamic map
        713212 Y - Could not add route for L2L peer coming in on a dynamic map
        713213 Y . Deleting static route for L2L peer that came in on a dynamic map
        713214 Y - Could not delete route for L2L peer that came in on a dynamic map
        713215 Y . IKE client not matched by client rules
        713216 Y . IKE client rule matched
        713217 Y . Skipping unrecognized rule
        713218 Y - IKE tunnel rejected, client type or version not allowed
        713219 Y . Queuing KEY-ACQUIRE messages to be processed when P1 SA is complete
        713220 Y . De-queuing KEY-ACQUIRE messages that were left pending
        713221 Y . Static Crypto Map check
        713222 Y . Static Crypto Map check, ACL does not match proxy IDs
        713223 Y . Static Crypto Map check, no ACL configured
        713224 Y . Static Crypto Map Check by-passed: Crypto map entry incomplete
        713225 Y + Static Crypto Map check, map is a successful match
        713226 Y - Connection failed, no trust-point defined in tunnel-group
        713227 Y - Rejecting new IPSec SA negotiation
        713228 Y + Assigned private IP address to remote user
        713229 Y . Auto Update - Notification of update
        713230 Y - Internal Error, ike_lock trying to lock bit that is already locked for type
        713231 Y - Internal Error, ike_lock trying to unlock bit that is not locked for type
        713232 Y . SA lock
        713233 Y . Remote network validated for network extension mode
        713234 Y - Remote network from network extension mode client mismatches AAA configuration
        713235 Y . Attempt to send an IKE packet from standby unit
        713236 Y . IKE_DECODE Message with payloads
        713237 Y . ACL update received during re-key re-authentication will not be applied to the tunnel
        713238 Y - Invalid source proxy address: 0.0.0.0! Check private address on remote client
        713239 Y - IKE tunnel rejected, maximum tunnel count reached
        713240 Y - Received DH key with bad length
        713241 Y - IE Browser Proxy Method is Invalid
        713242 Y . Remote user is authenticated using Hybrid Authentication
        713243 Y - Unable to find the requested certificate
        713244 Y . Received Legacy Authentication Method(LAM) type is different from the last type received
        713245 Y . Unknown Legacy Authentication Method(LAM) type received
        713246 Y . Unknown Legacy Authentication Method(LAM) attribute type received
        713247 Y - Unexpected error: in Next Card Code mode while not doing SDI
        713248 Y . Rekey initiation is being disabled during CRACK authentication
        713249 Y - Received unsupported authentication results
        713250 Y . Received unknown Internal Address attribute
        713251 Y - IKE received authentication failure message
        713252 Y - VPN tunnel rejected, integrity firewall server not available
        713253 Y + VPN tunnel created, integrity firewall server not available
        713254 Y - Invalid IPSec port
        713255 Y - IKE message with unknown tunnel group name
        713256 Y . Sending spoofed ISAKMP Aggressive Mode message 2 due to receipt of unknown tunnel group
        713257 Y - IKE phase failure, mismatched attribute types
        713258 Y . Attempting to establish a phase2 tunnel but phase1 tunnel is on another interface
        713259 Y + IKE session is being torn down
        713260 Y . Output interface to peer was not found
        713261 Y . IPV6 address on output interface was not found
        713262 Y - Rejecting new IPSec SA negotiation
        713263 Y . Received local IP Proxy Subnet data in ID Payload: Address, Mask /, Protocol, Port
        713264 Y . Received local IP Proxy Subnet data in ID Payload: Address, Mask /, Protocol, Port
        713265 Y . Adding static route for L2L peer coming in on a dynamic map
        713266 Y - Could not add route for L2L peer coming in on a dynamic map
        713267 Y . Deleting static route for L2L peer that came in on a dynamic map
        713268 Y - Could not delete route for L2L peer that came in on a dynamic map
        713269 Y . Detected Hardware Client in network extension mode, adding static route for
        713270 Y - Could not add route for Hardware Client in network extension mode
        713271 Y . Terminating tunnel to Hardware Client in network extension mode, deleting static route for
        713272 Y - Terminating tunnel to Hardware Client in network extension mode, unable to delete static route
        713273 Y . Deleting static route for client
        713274 Y - Could not delete static route for client
        713275 Y - IKEv1 Unsupported certificate keytype found at trustpoint
        713276 Y - Dropping new negotiation - IKEv1 in-negotiation context limit reached
        713900 Y . IKE alert event
        713901 Y . IKE critical event
        713902 Y - IKE error event
        713903 Y . IKE warning event
        713904 Y . IKE notice event
        713905 Y . IKE informational event
        713906 Y . IKE debug event
        """
}
