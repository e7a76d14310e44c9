// Lines for the demo: one AnyConnect session from handshake to end, failures, flows, users as they are,
// the header styles of devices and relays, and hostile lines. Our own values in real layouts. Data only.

enum SampleLines {
    /// About a hundred lines, in the order a device would send them.
    static let all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)

    private static let text = #"""
        <166>Nov 03 2020 09:50:01 vpn1.example.com : %ASA-6-725001: Starting SSL handshake with client outside:203.0.113.7/50188 to 192.0.2.1/443 for TLSv1.2 session
        <166>Nov 03 2020 09:50:02 vpn1.example.com : %ASA-6-725016: Device selects trust-point VPN-CERT for client outside:203.0.113.7/50188 to 192.0.2.1/443
        <166>Nov 03 2020 09:50:03 vpn1.example.com : %ASA-6-725002: Device completed SSL handshake with client outside:203.0.113.7/50188 to 192.0.2.1/443 for TLSv1.2 session
        <166>Nov 03 2020 09:50:04 vpn1.example.com : %ASA-6-113004: AAA user authentication Successful : server =  192.0.2.10 : user = john.doe
        <166>Nov 03 2020 09:50:05 vpn1.example.com : %ASA-6-113009: AAA retrieved default group policy (Dev) for user = john.doe
        <166>Nov 03 2020 09:50:06 vpn1.example.com : %ASA-6-113011: AAA retrieved user specific group policy (Dev-Contractors) for user = jane.roe
        <166>Nov 03 2020 09:50:07 vpn1.example.com : %ASA-6-113003: AAA group policy for user john.doe is being set to Dev
        <166>Nov 03 2020 09:50:08 vpn1.example.com : %ASA-6-113008: AAA transaction status ACCEPT : user = john.doe
        <166>Nov 03 2020 09:50:09 vpn1.example.com : %ASA-6-734001: DAP: User john.doe, Addr 203.0.113.7, Connection AnyConnect: The following DAP records were selected for this connection: Managed, DfltAccessPolicy
        <167>Nov 03 2020 09:50:10 vpn1.example.com : %ASA-7-734003: DAP: User john.doe, Addr 203.0.113.7: Session Attribute aaa.cisco.grouppolicy = Dev
        <166>Nov 03 2020 09:50:11 vpn1.example.com : %ASA-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        <166>Nov 03 2020 09:50:12 vpn1.example.com : %ASA-6-716038: Group <Dev> User <john.doe> IP <203.0.113.7> Authentication: successful, Session Type: WebVPN.
        <167>Nov 03 2020 09:50:13 vpn1.example.com : %ASA-7-737001: IPAA: Session=0x00925000, Received message 'UTL_IP_[IKE_]ADDR_REQ'
        <166>Nov 03 2020 09:50:14 vpn1.example.com : %ASA-6-737006: IPAA: Session=0x00925000, Local pool request succeeded for tunnel-group 'Remote'
        <166>Nov 03 2020 09:50:15 vpn1.example.com : %ASA-6-737026: IPAA: Session=0x00925000, Client assigned 10.9.0.5 from local pool VPN-POOL
        <166>Nov 03 2020 09:50:16 vpn1.example.com : %ASA-6-722051: Group <Dev> User <john.doe> IP <203.0.113.7> IPv4 Address <10.9.0.5> IPv6 address <fe80::202:b3ff:fe1e:8329> assigned to session
        <165>Nov 03 2020 09:50:17 vpn1.example.com : %ASA-5-746012: user-identity: Add IP-User mapping 10.9.0.5 - LOCAL\john.doe Succeeded - VPN user
        <166>Nov 03 2020 09:50:18 vpn1.example.com : %ASA-6-722055: Group <Dev> User <john.doe> IP <203.0.113.7> Client Type: Cisco AnyConnect VPN Agent for Windows 4.10.01075
        <165>Nov 03 2020 09:50:19 vpn1.example.com : %ASA-5-722033: Group <Dev> User <john.doe> IP <203.0.113.7> First TCP SVC connection established for SVC session.
        <166>Nov 03 2020 09:50:20 vpn1.example.com : %ASA-6-722022: Group <Dev> User <john.doe> IP <203.0.113.7> TCP SVC connection established without compression
        <165>Nov 03 2020 09:50:21 vpn1.example.com : %ASA-5-722034: Group <Dev> User <john.doe> IP <203.0.113.7> New UDP SVC connection, no existing connection.
        <166>Nov 03 2020 09:50:22 vpn1.example.com : %ASA-6-722022: Group <Dev> User <john.doe> IP <203.0.113.7> UDP SVC connection established without compression
        <166>Nov 03 2020 09:50:23 vpn1.example.com : %ASA-6-302013: Built inbound TCP connection 4821 for outside:10.9.0.5/50211 (10.9.0.5/50211)(LOCAL\john.doe) to inside:10.0.0.8/443 (10.0.0.8/443) (john.doe)
        <166>Nov 03 2020 09:50:24 vpn1.example.com : %ASA-6-302015: Built inbound UDP connection 4822 for outside:10.9.0.5/61234 (10.9.0.5/61234)(LOCAL\john.doe, 7:Staff) to inside:10.0.0.53/53 (10.0.0.53/53) (john.doe)
        <166>Nov 03 2020 09:50:25 vpn1.example.com : %ASA-6-302016: Teardown UDP connection 4822 for outside:10.9.0.5/61234(LOCAL\john.doe, 7:Staff) to inside:10.0.0.53/53 duration 0:00:00 bytes 166 (john.doe)
        <166>Nov 03 2020 09:50:26 vpn1.example.com : %ASA-6-302014: Teardown TCP connection 4821 for outside:10.9.0.5/50211(LOCAL\john.doe) to inside:10.0.0.8/443 duration 0:00:05 bytes 9034 TCP FINs from outside (john.doe)
        <166>Nov 03 2020 09:50:27 vpn1.example.com : %ASA-6-716058: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect session lost connection. Waiting to resume.
        <166>Nov 03 2020 09:50:28 vpn1.example.com : %ASA-6-716059: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect session resumed connection from IP <198.51.100.23>.
        <165>Nov 03 2020 09:50:29 vpn1.example.com : %ASA-5-722032: Group <Dev> User <john.doe> IP <203.0.113.7> New TCP SVC connection replacing old connection.
        <165>Nov 03 2020 09:50:30 vpn1.example.com : %ASA-5-722028: Group <Dev> User <john.doe> IP <203.0.113.7> Stale SVC connection closed.
        <165>Nov 03 2020 09:50:31 vpn1.example.com : %ASA-5-722012: Group <Dev> User <john.doe> IP <203.0.113.7> SVC Message: 16/NOTICE: Client PC is going into suspend mode (Sleep, Hibernate, etc).
        <165>Nov 03 2020 09:50:32 vpn1.example.com : %ASA-5-722037: Group <Dev> User <john.doe> IP <203.0.113.7> SVC closing connection: Transport closing.
        <166>Nov 03 2020 09:50:33 vpn1.example.com : %ASA-6-722023: Group <Dev> User <john.doe> IP <203.0.113.7> TCP SVC connection terminated without compression
        <166>Nov 03 2020 09:50:34 vpn1.example.com : %ASA-6-725007: SSL session with client outside:203.0.113.7/50188 to 192.0.2.1/443 terminated.
        <164>Nov 03 2020 09:50:35 vpn1.example.com : %ASA-4-113019: Group = Remote, Username = john.doe, IP = 203.0.113.7, Session disconnected. Session Type: SSL, Duration: 1h:24m:30s, Bytes xmt: 25292048, Bytes rcv: 12546398, Reason: User Requested
        <166>Nov 03 2020 09:50:36 vpn1.example.com : %ASA-6-716002: Group <Dev> User <john.doe> IP <203.0.113.7> WebVPN session terminated: User Requested.
        <166>Nov 03 2020 09:50:37 vpn1.example.com : %ASA-6-737016: IPAA: Session=0x00925000, Freeing local pool VPN-POOL address 10.9.0.5
        <165>Nov 03 2020 09:50:38 vpn1.example.com : %ASA-5-746013: user-identity: Delete IP-User mapping 10.9.0.5 - LOCAL\john.doe Succeeded - VPN user logout
        <166>Nov 03 2020 09:50:39 vpn1.example.com : %ASA-6-113005: AAA user authentication Rejected : reason = AAA failure : server = 192.0.2.10 : user = john.doe : user IP = 203.0.113.7
        <166>Nov 03 2020 09:50:40 vpn1.example.com : %ASA-6-113005: AAA user authentication Rejected : reason = Invalid password : server = 192.0.2.10 : user = ***** : user IP = 203.0.113.90
        <166>Nov 03 2020 09:50:41 vpn1.example.com : %ASA-6-113005: AAA user authorization Rejected : reason = AAA failure : server = 192.0.2.10 : user = svc$ : user IP = None
        <166>Nov 03 2020 09:50:42 vpn1.example.com : %ASA-6-113015: AAA user authentication Rejected : reason = User was not found : local database : user = ***** : user IP = 203.0.113.91
        <166>Nov 03 2020 09:50:43 vpn1.example.com : %ASA-6-113012: AAA user authentication Successful : local database : user = admin
        <166>Nov 03 2020 09:50:44 vpn1.example.com : %ASA-6-113006: User 'jane.roe' locked out on exceeding '5' successive failed authentication attempts
        <166>Nov 03 2020 09:50:45 vpn1.example.com : %ASA-6-113013: AAA unable to complete the request Error : reason = Simultaneous logins exceeded for user : user = jane.roe
        <166>Nov 03 2020 09:50:46 vpn1.example.com : %ASA-6-113014: AAA authentication server not accessible : server = 192.0.2.10 : user = jane.roe
        <166>Nov 03 2020 09:50:47 vpn1.example.com : %ASA-6-716039: Group <DfltGrpPolicy> User <*****> IP <203.0.113.92> Authentication: rejected, Session Type: WebVPN.
        <166>Nov 03 2020 09:50:48 vpn1.example.com : %ASA-6-725006: Device failed SSL handshake with client outside:203.0.113.93/50210 to 192.0.2.1/443
        <167>Nov 03 2020 09:50:49 vpn1.example.com : %ASA-7-725014: SSL lib error. Function: tls_process_client_hello Reason: unsupported protocol
        <165>Nov 03 2020 09:50:50 vpn1.example.com : %ASA-5-734002: DAP: User jane.roe, Addr 203.0.113.94: Connection terminated by the following DAP records: Unmanaged
        <165>Nov 03 2020 09:50:51 vpn1.example.com : %ASA-5-737034: IPAA: Session=0x00925001, IPv6 address: no IPv6 address available from local pools
        <164>Nov 03 2020 09:50:52 vpn1.example.com : %ASA-4-722041: TunnelGroup <Remote> GroupPolicy <Dev> User <jane.roe> IP <203.0.113.94> No IPv6 address available for SVC connection
        <165>Nov 03 2020 09:50:53 vpn1.example.com : %ASA-5-737003: IPAA: Session=0x00925001, DHCP configured, no viable servers found for tunnel-group 'Remote'
        <164>Nov 03 2020 09:50:54 vpn1.example.com : %ASA-4-106023: Deny tcp src outside:203.0.113.95/61000 dst inside:10.0.0.8/3389 by access-group "outside_in" [0x8ed66b60, 0xf8852875]
        <164>Nov 03 2020 09:50:55 vpn1.example.com : %ASA-4-106023: Deny icmp src outside:203.0.113.95 dst inside:10.0.0.8 (type 8, code 0) by access-group "outside_in" [0x0, 0x0]
        <164>Nov 03 2020 09:50:56 vpn1.example.com : %ASA-4-106023: Deny protocol 47 src outside:203.0.113.95 dst inside:10.0.0.8 by access-group "outside_in" [0x0, 0x0]
        <166>Nov 03 2020 09:50:57 vpn1.example.com : %ASA-6-106100: access-list outside_in denied tcp outside/203.0.113.95(61001) -> inside/10.0.0.8(22) hit-cnt 1 first hit [0x8ed66b60, 0xf8852875]
        <166>Nov 03 2020 09:50:58 vpn1.example.com : %ASA-6-106100: access-list vpn_filter permitted udp outside/10.9.0.5(61002)(LOCAL\john.doe) -> inside/10.0.0.53(53) hit-cnt 3 300-second interval [0x1, 0x2]
        <166>Nov 03 2020 09:50:59 vpn1.example.com : %ASA-6-106100: access-list outside_in est-allowed tcp outside/203.0.113.95(443) -> inside/10.0.0.8(51000) hit-cnt 1 first hit [0x1, 0x2]
        <167>Nov 03 2020 09:51:00 vpn1.example.com : %ASA-7-710001: TCP access requested from 203.0.113.96/49152 to outside:192.0.2.1/ssh
        <167>Nov 03 2020 09:51:01 vpn1.example.com : %ASA-7-710002: TCP access permitted from 203.0.113.96/49152 to outside:192.0.2.1/https
        <163>Nov 03 2020 09:51:02 vpn1.example.com : %ASA-3-710003: TCP access denied by ACL from 203.0.113.96/49153 to outside:192.0.2.1/22
        <167>Nov 03 2020 09:51:03 vpn1.example.com : %ASA-7-710005: UDP request discarded from 203.0.113.97/137 to outside:192.0.2.255/netbios-ns
        <166>Nov 03 2020 09:51:04 vpn1.example.com : %ASA-6-302014: Teardown TCP connection 4830 for outside:203.0.113.98/40000 to inside:10.0.0.8/443 duration 0:00:30 bytes 0 SYN Timeout
        <166>Nov 03 2020 09:51:05 vpn1.example.com : %ASA-6-302014: Teardown TCP connection 4831 for outside:203.0.113.98/40001 to inside:10.0.0.8/443 duration 0:00:01 bytes 12 Flow closed by inspection
        <166>Nov 03 2020 09:51:06 vpn1.example.com : %ASA-6-302013: Built outbound TCP connection 4832 for outside:198.51.100.80/443 (198.51.100.80/443) to inside:10.0.0.9/52000 (192.0.2.1/52000)
        <166>Nov 03 2020 09:51:07 vpn1.example.com : %ASA-6-302015: Built outbound UDP connection 4833 for outside:2001:db8::53/53 (2001:db8::53/53) to inside:2001:db8:0:1::9/52001 (2001:db8:0:1::9/52001)
        <166>Nov 03 2020 09:51:08 vpn1.example.com : %ASA-6-602303: IPSEC: An inbound remote access SA (SPI= 0xF00DF00D) between 192.0.2.1 and 203.0.113.7 (user= john.doe) has been created.
        <166>Nov 03 2020 09:51:09 vpn1.example.com : %ASA-6-602304: IPSEC: An outbound remote access SA (SPI= 0xF00DF00E) between 192.0.2.1 and 203.0.113.7 (user= john.doe) has been deleted.
        <166>Nov 03 2020 09:51:10 vpn1.example.com : %ASA-6-113039: Group <Remote Access, Staff> User <support\column> IP <203.0.113.44> AnyConnect parent session started.
        <166>Nov 03 2020 09:51:11 vpn1.example.com : %ASA-6-113039: Group <Remote Access, Staff> User <LOCAL\corp\angela.lopez> IP <203.0.113.44> AnyConnect parent session started.
        <166>Nov 03 2020 09:51:12 vpn1.example.com : %ASA-6-113039: Group <Remote Access, Staff> User <jane.roe@example.com> IP <203.0.113.44> AnyConnect parent session started.
        <166>Nov 03 2020 09:51:13 vpn1.example.com : %ASA-6-113039: Group <Remote Access, Staff> User <first.o'last@example.com> IP <203.0.113.44> AnyConnect parent session started.
        <166>Nov 03 2020 09:51:14 vpn1.example.com : %ASA-6-113039: Group <Remote Access, Staff> User <;;alice-johnson(test user)> IP <203.0.113.44> AnyConnect parent session started.
        <166>Nov 03 2020 09:51:15 vpn1.example.com : %ASA-6-113039: Group <Remote Access, Staff> User <van der Berg> IP <203.0.113.44> AnyConnect parent session started.
        <166>Nov 03 2020 09:51:16 vpn1.example.com : %ASA-6-113039: Group <Remote Access, Staff> User <464_0273> IP <203.0.113.44> AnyConnect parent session started.
        <166>Nov 03 2020 09:51:17 vpn1.example.com : %ASA-6-113039: Group <Remote Access, Staff> User <Denied> IP <203.0.113.44> AnyConnect parent session started.
        <166>Nov 03 2020 09:51:18 vpn1.example.com : %ASA-6-722022: Group Dev User jane.roe@example.com IP 203.0.113.44 UDP SVC connection established with compression
        <166>Nov 03 2020 09:51:19 vpn1.example.com : %ASA-6-722051: Group <Dev> User <jane.roe> IP <2001:db8::44> IPv4 Address <0.0.0.0> IPv6 address <2001:db8:9::5> assigned to session
        <166>Nov 03 2020 09:51:20 vpn1.example.com : %ASA-6-716059: Group <Dev> User IP <203.0.113.45> AnyConnect session resumed connection from IP <198.51.100.24>.
        %ASA-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        <166>%ASA-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        <166>Nov 03 2020 09:52:01: %ASA-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        <166>2020-11-03T09:52:02Z vpn2 : %ASA-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        2020-11-03T11:52:03.254798+02:00 local4.info vpn2 %ASA-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        <166>:Nov 03 2020 12:52:04 MSK: %ASA-auth-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        <166>:: %ASA-auth-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        Nov  3 09:52:05 vpn3 %ASA-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        Nov  3 09:52:06 192.0.2.30 %ASA-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        Nov  3 09:52:07 relay.example.com : Nov 03 04:52:07 EST: %ASA-svc-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        Nov  3 09:52:08 relay.example.com Nov 03 2020 09:52:08 vpn4 : %ASA-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        <166>1 2020-11-03T09:52:09.123Z vpn5 - - - - %ASA-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        Nov  3 09:52:10 relay CiscoASA[999]: %ASA-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        <166>Nov 03 2020 09:52:11 ftd1 : %FTD-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        <166>Nov 03 2020 09:52:12 vpn6 : ASA-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        <166>Nov 03 2020 09:52:13 vpn6 : %ASA--6-113039 Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        <164>Nov 03 2020 09:52:14 pix1 : %PIX-4-106023: Deny udp src outside:203.0.113.99/5000 dst inside:10.0.0.8/161 by access-group "outside_in"

           
        -- MARK --
        Group <Dev> User <john.doe> IP <203.0.113.7> a text whose tag was lost
        <166>Nov 03 2020 09:53:00 vpn1 : %ASA-6-11303
        <166>Nov 03 2020 09:53:01 vpn1 : %ASA-6-113039
        <166>Nov 03 2020 09:53:02 vpn1 : %ASA-4-113019: Group = Remote, Username = john.doe, IP = 203.0.113.7, Session disc
        <166>Nov 03 2020 09:53:03 vpn1 : %ASA-6-999999: a message from a release to come, Group <Dev> User <john.doe> IP <203.0.113.7>
        <160>Nov 03 2020 09:53:04 vpn1 : %ASA-0-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started.
        <166>Nov 03 2020 09:53:05 vpn1 : %ASA-6-113005: AAA user authentication Rejected : reason = \"quoted\" {json} : server = 999.1.1.1 : user = a	b : user IP = 1.2.3
        <166>Feb 30 2020 25:61:00 vpn1 : %ASA-6-302013: Built sideways TCP connection for nowhere
        """#
}
