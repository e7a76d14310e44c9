// Names of messages about failover and clusters: units, their links and what they copy to each other. EventNames says
// how a row reads.

extension EventNames {
    static let failover = """
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
        104003 Y - Switching to FAILED
        104004 Y + Switching to OK
        104501 Y . Switching to ACTIVE
        104502 Y - Becoming Backup unit failed
        105001 Y . Disabling failover
        105002 Y . Enabling failover
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
        210001 Y - LU error
        210002 Y - LU allocate block failed
        210003 Y . Unknown LU Object
        210006 Y - LU look NAT failed
        210010 Y - LU make UDP connection failed
        210020 Y - LU PAT port reserve failed
        210021 Y - LU create static xlate ifc failed
        210022 Y . LU missed updates
        311001 Y . LU loading standby start
        311002 Y . LU loading standby end
        311003 Y . LU recv thread up
        311004 Y . LU xmit thread up
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
        """
}
