// Names of Cisco's messages 740000 to 899999 that no family of layouts declares; how a row reads is said in
// EventNames. Data only.

extension EventNames {
    static let from740 = """
        741000 Y + Coredump filesystem image created
        741001 Y . Coredump filesystem image resized
        741002 Y + Coredump log and filesystem contents cleared
        741003 Y + Coredump filesystem and its contents removed
        741004 Y . Coredump configuration reset to default values
        741005 Y - Coredump operation failed
        741006 Y - Unable to write Coredump Helper configuration
        742001 Y - failed to read master key for password encryption from persistent store
        742002 Y - failed to set master key for password encryption
        742003 Y - failed to save master key for password encryption
        742004 Y - failed to sync master key for password encryption
        742005 Y - cipher text is not compatible with the configured master key or the cipher text has been tampered with
        742006 Y - password decryption failed due to unavailable memory
        742007 Y - password encryption failed due to unavailable memory
        742008 Y - password decryption failed due to decoding
        742009 Y - password encryption failed due to decoding
        742010 Y - encrypted password is not well formed
        743000 Y . The PCI device is degraded
        743001 Y - Backplane health monitoring detected link failure
        743002 Y + Backplane health monitoring detected link OK
        743004 Y . System is not fully operational - PCI device with vendor ID, device ID not found
        743010 Y - EOBC RPC server failed to start for client module
        743011 Y - EOBC RPC call failed
        746001 Y . User-identity database download started
        746002 Y + User-identity database download complete
        746003 Y - User-identity database download failed
        746004 Y - User-identity maximum groups exceeded
        746005 Y - User-identity AD agent cannot be reached
        746006 Y . User-identity out of sync with AD agent
        746007 Y - User-identity NetBIOS response failed
        746008 Y . User-identity NetBIOS probe started
        746009 Y . User-identity NetBIOS probe stopped
        746010 Y - User-identity import-user update failed
        746011 Y - User-identity maximum users exceeded
        746012 Y . User-identity IP-user mapping added
        746013 Y . User-identity IP-user mapping deleted
        746014 Y . User-identity FQDN address obsolete
        746015 Y + User-identity FQDN resolved
        746016 Y - User-identity DNS lookup failed
        746017 Y . User-identity import-user update
        746018 Y + User-identity import-user update done
        746019 Y - User-identity AD agent mapping update failed
        747001 Y . Clustering: Recovered from state machine event queue depleted
        747002 Y - Clustering: Recovered from state machine dropped event
        747003 Y - Clustering: Recovered from state machine failure to process event
        747004 Y . Clustering: state machine changed from state to state
        747005 Y . Clustering: State machine notify event
        747006 Y . Clustering: State machine is at state
        747007 Y . Clustering: Recovered from finding stray config sync thread
        747008 Y - Clustering: New cluster member rejected due to name conflict with existing unit
        747009 Y - Clustering: Fatal error due to failure to create RPC server for module
        747010 Y - Clustering: RPC call failed
        747011 Y . Clustering: Memory allocation
        747012 Y - Clustering: Failed to replicate global object to peer
        747013 Y - Clustering: Failed to remove global object from peer
        747014 Y - Clustering: Failed to install global object
        747015 Y . Clustering: Forcing stray member to leave the cluster
        747016 Y - Clustering: Found a split cluster with both units as master units
        747017 Y - Clustering: Failed to enroll unit due to maximum member limit reached
        747018 Y - Clustering: State progression failed due to timeout in module
        747019 Y - Clustering: New cluster member rejected due to Cluster Control Link IP subnet mismatch
        747020 Y - Clustering: New cluster member rejected due to encryption license mismatch
        747021 Y - Clustering: Master unit is quitting due to interface health check failure
        747022 Y - Clustering: Asking slave unit to quit because it failed interface health check
        747023 Y - Clustering: Master unit is quitting due to card health check failure
        747024 Y - Clustering: Asking slave unit to quit due to card health check failure
        747025 Y - Clustering: New cluster member rejected due to firewall mode mismatch
        747026 Y - Clustering: New cluster member rejected due to cluster interface mismatch
        747027 Y - Clustering: Failed to enroll unit due to insufficient size of cluster pool
        747028 Y - Clustering: New cluster member rejected due to interface mode mismatch
        747029 Y . Clustering: Unit is quitting due to Cluster Control Link down
        747030 Y - Clustering: Asking slave unit to quit because it failed interface health check
        747031 Y - Clustering: Platform mismatch between cluster master and joining unit
        747032 Y - Clustering: Service module mismatch between cluster master and joining unit
        747033 Y - Clustering: Interface mismatch between cluster master and joining unit
        747034 Y . Unit is quitting due to Cluster Control Link down
        747035 Y . Unit is quitting due to Cluster Control Link down
        747036 Y - Application software mismatch between cluster master and joining unit
        747037 Y - Asking slave unit to quit due to its Security Service Module health check failure
        747038 Y - Asking slave unit to quit due to Security Service Module health check failure
        747039 Y - Unit is quitting due to system failure
        747040 Y - Unit is quitting due to system failure
        747041 Y - Unit is quitting due to system failure
        747042 Y . Clustering: Master received the config hash string request message from an unknown member
        747043 Y - Clustering: Get config hash string from master error
        747044 Y . Clustering: Configuration Hash string verification
        748001 Y . Module is leaving the cluster due to a chassis configuration change
        748002 Y - Clustering configuration on the chassis is missing or incomplete; clustering is disabled
        748003 Y - Module is leaving the cluster due to a chassis health check failure
        748004 Y . Module is re-joining the cluster due to a chassis health check recovery
        748005 Y - Failed to bundle the ports for module in chassis; clustering is disabled
        748006 Y - Asking module to leave the cluster due to a port bundling failure
        748007 Y - Failed to de-bundle the ports for module in chassis; traffic may be black holed
        748008 Y - load percentage of module in chassis exceeds overflow protection threshold
        748009 Y - load percentage of chassis exceeds overflow protection threshold
        748100 Y . application status is changed
        748101 Y . Peer unit reported its application status
        748102 Y - Master unit is quitting due to Application health check failure
        748103 Y - Asking slave unit to quit due to Application health check failure
        748201 Y . application on module in chassis state
        748202 Y - Module is leaving the cluster due to application failure
        748203 Y . Module is re-joining the cluster due to a service chain application recovery
        750001 Y . IKEv2 received request to establish an IPsec tunnel
        750002 Y . IKEv2 received IKE_INIT_SA request
        750003 Y - IKEv2 negotiation aborted due to error
        750004 Y . IKEv2 sending COOKIE challenge to throttle possible DoS
        750005 Y . IKEv2 IPsec rekey collision detected
        750006 Y + IKEv2 SA UP
        750007 Y + IKEv2 SA DOWN
        750008 Y - IKEv2 SA rejected, system resources low
        750009 Y - IKEv2 SA request rejected, CAC limit reached
        750010 Y . IKEv2 throttle-request queue threshold reached
        750011 Y - IKEv2 tunnel rejected, encryption not strong enough
        750012 Y . IKEv2 encryption not strong enough
        750013 Y + IKEv2 SA peer moved
        750014 Y - IKEv2 session aborted, initial contact received
        750015 Y . IKEv2 deleting IPsec SA, invalid SPI notification
        750016 Y . IKEv2 need to send DPD message to peer
        751001 Y - IKEv2 failed to complete Diffie-Hellman operation
        751002 Y - IKEv2 no preshared key or trustpoint configured for self
        751003 Y . IKEv2 need to send DPD message to peer
        751004 Y - IKEv2 no remote authentication method configured
        751005 Y - AnyConnect client reconnect authentication failed
        751006 Y - IKEv2 certificate authentication failed
        751007 Y . IKEv2 configured attribute not supported
        751008 Y - IKEv2 tunnel rejected, not enabled in group policy
        751009 Y - IKEv2 unable to find tunnel group for peer
        751010 Y - IKEv2 unable to determine self-authentication method
        751011 Y - IKEv2 user authentication failed
        751012 Y - IKEv2 failure during configuration mode processing
        751013 Y - IKEv2 failed to process configuration payload request
        751014 Y - IKEv2 configuration payload request could not be processed
        751015 Y - IKEv2 SA request rejected by CAC
        751016 Y - IKEv2 peer initiated tunnel with same outer and inner addresses
        751017 Y - IKEv2 configuration error
        751018 Y - VPN connection terminated, group lock mismatch
        751019 Y - IKEv2 failed to obtain license, limit exceeded
        751020 Y - Remote access connection failed, Suite B without Premium license
        751021 Y - Encryption not supported by AnyConnect client version
        751022 Y - IKEv2 tunnel rejected, crypto map policy not found
        751023 Y . IKEv2 unknown client connection
        751024 Y - IKEv2 deprecated IPv6 user filter, terminating connection
        751025 Y + IKEv2 address assigned to session
        751026 Y . IKEv2 client OS and version
        751027 Y - IKEv2 received INVALID_SELECTORS notification
        751028 Y . IKEv2 overriding configured keepalive values
        752001 Y - Tunnel manager received invalid parameter to remove record
        752002 Y . Tunnel manager removed entry
        752003 Y . Tunnel manager dispatching key-acquire to IKEv2
        752004 Y . Tunnel manager dispatching key-acquire to IKEv1
        752005 Y - Tunnel manager failed to dispatch key-acquire
        752006 Y - Tunnel manager failed to dispatch key-acquire, probable misconfiguration
        752007 Y - Tunnel manager failed to dispatch key-acquire, entry exists
        752008 Y . Duplicate entry in tunnel manager
        752009 Y - IKEv2 does not support multiple peers
        752010 Y - IKEv2 has no proposal specified
        752011 Y - IKEv1 has no transform set specified
        752012 Y - IKE unsuccessful at setting up a tunnel
        752013 Y . Tunnel manager retrying key-acquire with IKEv2
        752014 Y . Tunnel manager retrying key-acquire with IKEv1
        752015 Y - Tunnel manager failed to establish an L2L SA
        752016 Y + IKE successful at setting up a tunnel
        752017 Y - IKEv2 backup L2L tunnel initiation denied
        753001 Y - Unexpected IKEv2 packet received
        767001 T - Inspect: Dropping an unsupported IPv6/IP46/IP64 packet
        768001 Y . QUOTA: resource utilization is high
        768002 Y - QUOTA: resource quota exceeded
        768003 Y - SSH connection timed out
        768004 Y - QUOTA: management session quota exceeded
        769001 Y + UPDATE: ASA image was added to system boot list
        769002 Y + UPDATE: ASA image was copied
        769003 Y + UPDATE: ASA image was renamed
        769004 Y - UPDATE: ASA image failed verification
        769005 Y + UPDATE: ASA image passed image verification
        769006 Y - UPDATE: ASA boot system image was not found on disk
        769007 Y . UPDATE: Image version
        769009 Y . UPDATE: Image booted is different from boot images
        770001 Y - Resource allocation is more than the permitted list for this platform
        770002 Y - Resource allocation is more than the permitted limit for this platform
        770003 Y - Resource allocation is less than the minimum requirement for this platform
        771001 Y + System clock set
        771002 Y + System clock set
        771003 Y - Hardware clock UIP bit is set. Read clock time from linux system clock
        772002 Y - Console login warning, password expired
        772003 Y - Session login failed, password expired
        772004 Y - Session login failed, password expired
        772005 Y + Reauthentication passed
        772006 Y - Reauthentication failed
        774001 Y - POST: unspecified error
        774002 Y - POST: crypto self-test error
        775001 T . Scansafe: protocol connection redirected
        775002 T . connection is action locally
        775003 T . Scansafe:protocol connection is whitelisted
        775004 Y - Scansafe: Primary server is not reachable
        775005 Y . Scansafe: Primary server is reachable now
        775006 Y - Primary server is not reachable and backup server is now active
        775007 Y - Scansafe: Primary and backup servers are not reachable
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
        778001 T - VXLAN: Invalid VXLAN segment-id
        778002 T . VXLAN: There is no VNI interface for segment-id
        778003 T - VXLAN: Invalid VXLAN segment-id in FP
        778004 T - VXLAN: Invalid VXLAN header in FP
        778005 T - VXLAN: Packet is denied by FP L2 check
        778006 T - VXLAN: Invalid VXLAN UDP checksum in FP
        778007 T - VXLAN: Packet was discarded due to invalid NVE peer
        778008 T - VXLAN: There is no VNI interface for segment-id
        779001 T - STS: Out-tag lookup failed
        779002 T . STS: STS and NAT locate different egress interface
        779003 Y - STS: Failed to read tag-switching table
        779004 Y - STS: Failed to write tag-switching table
        779005 Y - STS: Failed to parse tag-switching request from http
        779006 Y - STS: Failed to save tag-switching table to flash
        779007 Y - STS: Failed to replicate tag-switching table to peer
        780001 Y . RULE ENGINE: Started compilation for access-group transaction
        780002 Y + RULE ENGINE: Finished compilation for access-group transaction
        780003 Y . RULE ENGINE: Started compilation for nat transaction
        780004 Y + RULE ENGINE: Finished compilation for nat transaction
        785001 T . Clustering: Ownership for existing flow moved
        803001 T + Flow offloaded
        803002 T . Flow is no longer offloaded
        803003 Y . User disabled bypass manually
        804001 Y . Interface SFP has been inserted
        804002 Y . Interface SFP has been removed
        805001 T + Flow offloaded
        805002 T + Flow no longer offloaded
        805003 T - Flow could not be offloaded
        806001 Y . Primary alarm CPU temperature is High temperature
        806002 Y + Primary alarm for CPU high temperature is cleared
        806003 Y . Primary alarm CPU temperature is Low temperature
        806004 Y + Primary alarm for CPU Low temperature is cleared
        806005 Y . Secondary alarm CPU temperature is High temperature
        806006 Y + Secondary alarm for CPU high temperature is cleared
        806007 Y . Secondary alarm CPU temperature is Low temperature
        806008 Y + Secondary alarm for CPU Low temperature is cleared
        806009 Y . Alarm asserted for ALARM_IN_1
        806010 Y + Alarm cleared for ALARM_IN_1
        806011 Y . Alarm asserted for ALARM_IN_2
        806012 Y + Alarm cleared for ALARM_IN_2
        812005 Y . Link-State-Propagation activated on inline-pair
        812006 Y . Link-State-Propagation de-activated on inline-pair
        812007 Y . Inline-set hardware-bypass mode configuration
        815004 T . OGS: Packet matched network objects
        840001 Y - Failed to create the backup for an IKEv2 session
        850001 T . SNORT Automatic-Application-Bypass due to delay
        850002 T - SNORT Automatic-Application-Bypass due to SNORT not responding to traffics
        861001 Y - AVC: Creating AVC app directory failed
        861002 Y + AVC: Downloading file succeeded
        861003 Y - AVC: Downloading file failed
        861004 Y - AVC: Getting VDB version failed
        861005 Y - AVC: Getting VDB file path failed
        861006 Y - AVC: Getting VDB file name failed
        861007 Y - AVC: Loading network service (app) definition file failed
        861008 Y + AVC: Loading network service (app) definition file success
        861009 Y - AVC: Loading app category definition file failed
        861010 Y . AVC: Loading app category definition file warning
        861011 Y + AVC: Loading app category definition file success
        861012 Y - AVC: Installing visibility NSG failed
        861013 Y + AVC: Installing visibility NSG success
        870001 Y . policy-route path-monitoring, remote peer
        880001 T . PBR picked interface as its metrics became better
        880002 Y . Internal-Data no-buffer counter stats
        """
}
