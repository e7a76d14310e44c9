// Names of messages about traffic: limits, translation, inspection, filters and services within flows. EventNames says
// how a row reads.

extension EventNames {
    static let traffic = """
        202001 T - Out of address translation slots
        202016 T - Unable to pre-allocate SIP secondary channel with PAT and missing port information
        215001 Y - Bad call
        304008 Y . LEAVING ALLOW mode, URL Server is up
        304009 Y - Ran out of buffer blocks specified by url-block command
        305022 Y . Cluster unit has been allocated port-blocks for PAT usage
        324008 T - No PDP exists to update the data
        324010 T + Subscriber PDP Context activated on network
        324011 T . Subscriber location changed during handoff
        324012 T . GTP message
        325005 T - Invalid IPv6 Extension Header Content
        325006 T - IPv6 Extension Header not in order
        325007 T . IPv6 extension header
        331001 Y - Dynamic DNS Update failed
        331002 Y + Dynamic DNS type RR successfully updated in DNS server
        332001 Y - Unable to open cache discovery socket, WCCP V2 closing down
        332002 Y - Unable to allocate message buffer, WCCP V2 closing down
        332003 Y + Web Cache acquired
        332004 Y - Web Cache lost
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
        339010 Y . Umbrella API token request
        339011 Y - Umbrella API token request received no responses
        339012 Y - Umbrella API token request failed with error code
        339013 Y - Umbrella API token request failed in response processing
        339014 Y - Umbrella API token request failed after retries
        340001 Y - Loopback-proxy error
        340002 Y . Loopback-proxy info
        405201 T - ILS message has wrong embedded address
        417001 Y - Unexpected event received
        417004 Y - Filter violation error
        417006 Y - No memory
        420004 Y + Virtual Sensor was added on the AIP SSM
        420005 Y + Virtual Sensor was deleted from the AIP SSM
        420007 Y - application cannot be enabled for the module in slot
        420008 T - IPS module license disabled and fail-close mode used, dropping packet
        421003 Y - Invalid data plane encapsulation
        421006 Y . users of application accounted during the past 24 hours
        429004 Y - Unable to set up authentication-proxy rule for the cx action
        429005 Y + Set up authentication-proxy rule for the CXSC action
        429006 Y + Cleaned up authentication-proxy rule for the CXSC action
        429008 Y - Unable to respond to VPN query from CX
        430231 T - SCTP packet received contains unsupported Hostname Parameter
        446001 T . Maximum TLS Proxy session limit reached
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
        614001 Y . Split DNS: request patched from server
        614002 Y . Split DNS: reply from server
        617002 T . Removing v1 PDP Context with TID tid from GGSN and SGSN
        703008 T . Allowing early-message before SETUP
        778002 T . VXLAN: There is no VNI interface for segment-id
        778005 T - VXLAN: Packet is denied by FP L2 check
        778008 T - VXLAN: There is no VNI interface for segment-id
        779003 Y - STS: Failed to read tag-switching table
        779004 Y - STS: Failed to write tag-switching table
        779005 Y - STS: Failed to parse tag-switching request from http
        779006 Y - STS: Failed to save tag-switching table to flash
        779007 Y - STS: Failed to replicate tag-switching table to peer
        815004 T . OGS: Packet matched network objects
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
        """
}
