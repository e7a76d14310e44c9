// Names of Cisco's messages 720000 to 739999 that no family of layouts declares; how a row reads is said in
// EventNames. Data only.

extension EventNames {
    static let from720 = """
        720001 Y - Failed to initialize with Chunk Manager
        720002 Y . Starting VPN Stateful Failover Subsystem
        720003 Y + Initialization of VPN Stateful Failover Component completed successfully
        720004 Y + VPN failover main thread started
        720005 Y + VPN failover timer thread started
        720006 Y + VPN failover sync thread started
        720007 Y - Failed to allocate chunk from Chunk Manager
        720008 Y - Failed to register to High Availability Framework
        720009 Y - Failed to create version control block
        720010 Y . VPN failover client is being disabled
        720011 Y - Failed to allocate memory
        720012 Y - Failed to update IPSec failover runtime data on the standby unit
        720013 Y - Failed to insert certificate in trust point
        720014 Y . Phase 2 connection entry contains no SA list
        720015 Y - Cannot found Phase 1 SA for Phase 2 connection entry
        720016 Y - Failed to initialize default timer
        720017 Y - Failed to update LB runtime data
        720018 Y - Failed to get a buffer from the underlying core high availability subsystem
        720019 Y - Failed to update cTCP statistics
        720020 Y - Failed to send timer message
        720021 Y - HA non-block send failed for peer msg
        720022 Y - Cannot find trust point
        720023 Y . HA status callback: Peer is not present
        720024 Y . HA status callback: Control channel status
        720025 Y . HA status callback: Data channel status
        720026 Y - HA status callback: Current progression is being aborted
        720027 Y . HA status callback: My state
        720028 Y . HA status callback: Peer state
        720029 Y . HA status callback: Start VPN bulk sync state
        720030 Y . HA status callback: Stop bulk sync state
        720031 Y - HA status callback: Invalid event received
        720032 Y . HA status callback
        720033 Y - Failed to queue add to message queue
        720034 Y - Invalid type for message handler
        720035 Y - Fail to look up CTCP flow handle
        720036 Y - Failed to process state update message from the active peer
        720037 Y . HA progression callback
        720038 Y - Corrupted message from active unit
        720039 Y . VPN failover client is transitioning to active state
        720040 Y . VPN failover client is transitioning to standby state
        720041 Y . Sending message to standby unit
        720042 Y . Receiving message from active unit
        720043 Y - Failed to send message to standby unit
        720044 Y - Failed to receive message from active unit
        720045 Y . Start bulk syncing of state information on standby unit
        720046 Y . End bulk syncing of state information on standby unit
        720047 Y - Failed to sync SDI node secret file on the standby unit
        720048 Y . FSM action trace begin
        720049 Y . FSM action trace end
        720050 Y - Failed to remove timer
        720051 Y - Failed to add new SDI node secret file on the standby unit
        720052 Y - Failed to delete SDI node secret file on the standby unit
        720053 Y - Failed to add cTCP IKE rule during bulk sync
        720054 Y - Failed to add new cTCP record
        720055 Y . VPN Stateful failover can only be run in single/non-transparent mode
        720056 Y . VPN Stateful failover Message Thread is being disabled
        720057 Y . VPN Stateful failover Message Thread is enabled
        720058 Y . VPN Stateful failover Timer Thread is disabled
        720059 Y . VPN Stateful failover Timer Thread is enabled
        720060 Y . VPN Stateful failover Sync Thread is disabled
        720061 Y . VPN Stateful failover Sync Thread is enabled
        720062 Y . Active unit started bulk sync of state information to standby unit
        720063 Y + Active unit completed bulk sync of state information to standby
        720064 Y - Failed to update cTCP database record during bulk sync
        720065 Y - Failed to add new cTCP IKE rule
        720066 Y - Failed to activate IKE database
        720067 Y - Failed to deactivate IKE database
        720068 Y - Failed to parse peer message
        720069 Y - Failed to activate cTCP database
        720070 Y - Failed to deactivate cTCP database
        720071 Y - Failed to update cTCP dynamic data
        720072 Y - Timeout waiting for Integrity Firewall Server to become available
        720073 Y - VPN Session failed to replicate - ACL not found
        721001 Y + WebVPN failover subsystem started
        721002 Y . WebVPN HA status change
        721003 Y . WebVPN HA progression change
        721004 Y + WebVPN access list created on standby
        721005 Y - WebVPN failed to create access list on standby
        721006 Y + WebVPN access list updated on standby
        721007 Y - WebVPN failed to update access list on standby
        721008 Y + WebVPN access list deleted on standby
        721009 Y - WebVPN failed to delete access list on standby
        721010 Y + WebVPN access list rule added on standby
        721011 Y - WebVPN failed to add access list rule on standby
        721012 Y + WebVPN APCF file enabled on standby
        721013 Y - WebVPN failed to enable APCF file on standby
        721014 Y + WebVPN APCF file disabled on standby
        721015 Y - WebVPN failed to disable APCF file on standby
        721016 Y + WebVPN session created on standby
        721017 Y - WebVPN failed to create session on standby
        721018 Y + WebVPN session deleted on standby
        721019 Y - WebVPN failed to delete session on standby
        722001 Y - Error parsing SVC connect request
        722002 Y - Error consolidating SVC connect request
        722003 Y - Error authenticating SVC connect request
        722004 Y - Error responding to SVC connect request
        722005 Y - Unable to update session information for SVC connection
        722006 Y - Invalid address assigned to SVC connection
        722007 Y - SVC message EMERGENCY
        722008 Y - SVC message ALERT
        722009 Y - SVC message CRITICAL
        722010 Y - SVC message ERROR
        722011 Y . SVC message WARNING
        722012 Y . SVC message NOTICE
        722013 Y . SVC message INFO
        722014 Y . SVC message DEBUG
        722015 Y - Unknown SVC frame type
        722016 Y - Bad SVC frame length
        722017 Y - Bad SVC framing
        722018 Y - Bad SVC protocol version
        722019 Y - Not enough data for an SVC header
        722020 Y - No address available for SVC connection
        722021 Y - Unable to start SVC compression, lack of memory
        722022 Y + SVC connection established
        722023 Y + SVC connection terminated
        722024 Y + SVC global compression enabled
        722025 Y + SVC global compression disabled
        722026 Y . SVC compression history reset
        722027 Y . SVC decompression history reset
        722028 Y + Stale SVC connection closed
        722029 Y . SVC session termination connection statistics
        722030 Y . SVC session termination inbound statistics
        722031 Y . SVC session termination outbound statistics
        722032 Y + New SVC connection replacing old connection
        722033 Y + First SVC connection established for SVC session
        722034 Y + New SVC connection, no existing connection
        722035 Y . SVC received large packet
        722036 Y . SVC transmitting large packet
        722037 Y + SVC closing connection
        722038 Y + SVC terminating session
        722039 Y - SVC vpn-filter is an IPv6 ACL, not applied
        722040 Y - SVC ipv6-vpn-filter is an IPv4 ACL, not applied
        722041 Y - No IPv6 address available for SVC connection
        722042 Y - Invalid Cisco SSL tunneling protocol version
        722043 Y - DTLS disabled, unable to negotiate cipher
        722044 Y - Unable to request address for SSL tunnel
        722045 Y - Connection terminated, no SSL tunnel initialization data
        722046 Y - Session terminated, unable to establish tunnel
        722047 Y - Tunnel terminated, SVC not enabled or invalid image
        722048 Y - Tunnel terminated, SVC not enabled for the user
        722049 Y - Session terminated, SVC not enabled or invalid image
        722050 Y - Session terminated, SVC not enabled for the user
        722051 Y + Address assigned to session
        722053 Y . Unknown SVC client connection
        722054 Y - SVC terminating connection, failed to install redirect URL
        722055 Y . SVC client type
        722056 Y - Unsupported AnyConnect client connection rejected
        722057 Y - SVC terminating connection, failed to bind SGT
        723001 Y + WebVPN Citrix ICA connection is up
        723002 Y . WebVPN Citrix ICA connection is down
        723003 Y - No memory for WebVPN Citrix ICA connection
        723004 Y - WebVPN Citrix encountered bad flow control
        723005 Y - No channel to set up WebVPN Citrix ICA connection
        723006 Y - WebVPN Citrix SOCKS errors
        723007 Y - WebVPN Citrix ICA connection list is broken
        723008 Y - WebVPN Citrix ICA SOCKS Server is invalid
        723009 Y - WebVPN Citrix received data on invalid connection
        723010 Y - WebVPN Citrix received closing channel for invalid connection
        723011 Y - WebVPN Citrix receives bad SOCKS message length
        723012 Y - WebVPN Citrix received bad SOCKS message format
        723013 Y - WebVPN Citrix encountered invalid connection during periodic timeout
        723014 Y . WebVPN Citrix TCP connection initiated
        724001 Y - WebVPN session not allowed, Secure Desktop state unknown
        724002 Y - WebVPN session not terminated, Secure Desktop not running
        725001 Y . Starting SSL handshake
        725002 Y + Device completed SSL handshake
        725003 Y . SSL request to resume previous session
        725004 Y . Device requesting certificate from SSL client
        725005 Y . SSL server requesting our device certificate
        725006 Y - Device failed SSL handshake
        725007 Y + SSL session terminated
        725008 Y . SSL peer proposes ciphers
        725009 Y . Device proposes ciphers
        725010 Y . Device supports ciphers
        725011 Y . SSL cipher listed
        725012 Y . Device chooses cipher for SSL session
        725013 Y . SSL server chooses cipher
        725014 Y - SSL lib error
        725015 Y - Error verifying client certificate, key size too large
        725016 Y + Device selects trust-point for SSL session
        725017 Y - No certificates received during SSL handshake
        725021 Y . Device preferring ciphers
        725022 Y . Device skipping cipher
        725025 Y . SSL pre-auth connection rate limit hit watermark
        726001 T . Inspected Session between Client and Packet flow
        730001 Y + VLAN MAPPING to VLAN
        730002 Y - VLAN MAPPING to VLAN failed
        730003 Y + NACApp sets VLAN
        730004 Y . VLAN ID from AAA ignored
        730005 Y - VLAN ID from AAA is invalid
        730006 Y . is on NACApp AUTH VLAN
        730008 Y - VLAN MAPPING timeout waiting NACApp
        730009 Y - CAS capacity exceeded, terminating connection
        730010 Y . VLAN Mapping is enabled on VLAN
        731001 Y + NAC policy added
        731002 Y + NAC policy deleted
        731003 Y . nac-policy unused
        732001 Y - Fail to parse NAC-SETTINGS, terminating connection
        732002 Y . NAC-SETTINGS from AAA ignored, existing NAC-SETTINGS used instead
        732003 Y - NAC-SETTINGS from AAA is invalid, terminating connection
        733100 T . Threat detection drop rate exceeded
        733101 T . Threat detection host scanning
        733102 T + Threat detection added host to shun list
        733103 T + Threat detection removed host from shun list
        733104 T . TCP intercept SYN flood attack detected, average rate
        733105 T . TCP intercept SYN flood attack detected, burst rate
        733201 T - Threat detection shunned remote access peer
        734001 Y + DAP records selected for connection
        734002 Y - Connection terminated by DAP records
        734003 Y . DAP session attribute
        734004 Y - DAP processing error
        735001 Y + Cooling Fan: OK
        735002 Y - Cooling Fan: Failure Detected
        735003 Y + Power Supply: OK
        735004 Y - Power Supply: Failure Detected
        735005 Y + Power Supply Unit Redundancy OK
        735006 Y - Power Supply Unit Redundancy Lost
        735007 Y - CPU: Temp Critical
        735008 Y - IPMI: Chassis Ambient: Temp Critical
        735009 Y - IPMI: Environment Monitoring has failed initialization and configuration
        735010 Y - IPMI: Environment Monitoring has failed to update one or more of its records
        735011 Y + Power Supply: Fan OK
        735012 Y - Power Supply: Fan Failure Detected
        735013 Y + Voltage Channel: Voltage OK
        735014 Y - Voltage Channel: Voltage Critical
        735015 Y . CPU: Temp Warm
        735016 Y . Chassis Ambient: Temp Warm
        735017 Y + Power Supply: Temp OK
        735018 Y - Power Supply: Temp Critical
        735019 Y . Power Supply: Temp Warm
        735020 Y + CPU: Temp OK
        735021 Y + Chassis: Temp OK
        735022 Y - CPU is running beyond the max thermal operating temperature
        735023 Y - ASA was previously shutdown due to the CPU complex running beyond the maximum thermal operating temperature
        735024 Y + IO Hub: Temp OK
        735025 Y - IO Hub: Temp Critical
        735026 Y - CPU Voltage Regulator is running beyond the max thermal operating temperature
        735027 Y - CPU Voltage Regulator is running beyond the max thermal operating temperature
        735028 Y - ASA was previously shutdown due to a CPU Voltage Regulator running beyond the max thermal operating temperature
        735029 Y - IO Hub is running beyond the max thermal operating temperature
        736001 Y - Unable to allocate enough memory at boot for jumbo-frame reservation
        737001 Y . IPAA received message
        737002 Y - IPAA received unknown message
        737003 Y - IPAA DHCP configured, no viable servers found
        737004 Y - IPAA DHCP request failed
        737005 Y + IPAA DHCP request succeeded
        737006 Y + IPAA local pool request succeeded
        737007 Y - IPAA local pool request failed
        737008 Y - IPAA tunnel group not found
        737009 Y - IPAA AAA assigned address, request failed
        737010 Y + IPAA AAA assigned address, request succeeded
        737011 Y - IPAA AAA assigned address not permitted
        737012 Y - IPAA address assignment failed
        737013 Y - IPAA error freeing address, not found
        737014 Y + IPAA freeing AAA address
        737015 Y + IPAA freeing DHCP address
        737016 Y + IPAA freeing local pool address
        737017 Y + IPAA DHCP request attempt succeeded
        737018 Y - IPAA DHCP request attempt failed
        737019 Y - IPAA unable to get address from local pools
        737021 Y - IPAA local pool address duplicates address from DHCP
        737022 Y - IPAA local pool address duplicates address from AAA
        737023 Y - IPAA unable to allocate memory for local pool address
        737024 Y - IPAA client requested address already in use
        737025 Y - IPAA duplicate local pool address found
        737026 Y + IPAA client assigned address from local pool
        737027 Y - IPAA no data for address request
        737028 Y - IPAA unable to send address to standby
        737029 Y + IPAA address added to standby
        737030 Y - IPAA unable to send address to standby, address in use
        737031 Y + IPAA address removed from standby
        737032 Y - IPAA unable to remove address from standby
        737033 Y - IPAA unable to assign address, already assigned
        737034 Y - IPAA unable to provide address
        737035 Y . IPAA message queued
        737036 Y + IPAA client assigned address from DHCP
        737038 Y - IPAA specified address in use, trying another
        737200 Y + VPNFIP allocated address from pool
        737201 Y + VPNFIP returned address to pool
        737202 Y - VPNFIP error
        737203 Y . VPNFIP warning
        737204 Y . VPNFIP notification
        737205 Y . VPNFIP information
        737206 Y . VPNFIP debug
        737400 Y + POOLIP allocated address from pool
        737401 Y + POOLIP returned address to pool
        737402 Y - POOLIP failed to return address to pool
        737403 Y - POOLIP error
        737404 Y . POOLIP warning
        737405 Y . POOLIP notification
        737406 Y . POOLIP information
        737407 Y . POOLIP debug
        """
}
