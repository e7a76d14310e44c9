// Names of messages about the system: processes, memory, management, licenses, images and files. EventNames says how a
// row reads.

extension EventNames {
    static let system = """
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
        121001 Y . Telemetry support on the chassis
        121002 Y . Telemetry support on the blade
        121003 Y . Telemetry request from the chassis received
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
        208005 Y . clear command return code
        211001 Y - Memory allocation Error
        211003 Y - Error in computed percentage CPU usage value
        211004 Y . WARNING: Minimum Memory Requirement for ASA version not met for ASA image
        212011 Y . SNMP engineBoots is set to maximum value
        212012 Y - Unable to write SNMP engine data to persistent storage
        216002 Y - Unexpected event received
        216003 Y - Unrecognized timer received
        216004 Y - prevented error
        216005 Y - ERROR: Duplex-mismatch resulted in transmitter lockup
        217001 Y - No memory
        308003 Y . WARNING: The enable password is not configured
        321001 Y . Resource limit reached
        321002 Y . Resource rate limit reached
        321003 Y . Resource log level reached
        321004 Y . Resource rate log level reached
        321005 Y . System CPU utilization reached
        321006 Y . System memory usage reached
        321007 Y . System is low on free memory blocks of size
        328001 Y . Attempt made to overwrite a set stub function
        328002 Y - Attempt made to register with out of bounds key
        329001 Y + The subblock named was not removed
        341001 Y + Policy Agent started successfully for VNMC
        341002 Y + Policy Agent stopped successfully for VNMC
        341003 Y - Policy Agent failed to start for VNMC
        341004 Y - Storage device not available. Attempt to shutdown module failed
        341005 Y - Storage device not available
        341006 Y - Storage device not available
        341007 Y - Storage device not available
        341008 Y - Storage device not found
        341010 Y . Storage device inserted into or removed from bay
        341011 Y - Storage device in bay faulty
        342001 Y + REST API Agent started successfully
        342002 Y - REST API Agent failed
        342003 Y - REST API Agent failure notification received
        342004 Y - Failed to automatically restart the REST API Agent after 5 unsuccessful attempts
        342005 Y + REST API image has been installed successfully
        342006 Y - Failed to install REST API image
        342007 Y + REST API image has been uninstalled successfully
        342008 Y - Failed to uninstall REST API image
        414002 Y - Failed to save logging buffer to flash:/syslog directory using file name
        414006 Y - TCP Syslog Server configured and logging queue is full
        414007 Y + TCP Syslog Server connection restored
        414008 Y . New connections are now allowed due to change of logging permit-hostdown policy
        414009 Y + TCP syslog server connection removed. New connections allowed
        444004 Y - Temporary license key has expired
        444005 Y . Timebased license key will expire
        444007 Y - Timebased activation key has expired
        444008 Y - license has expired, and the system is scheduled to reload
        444009 Y - license has expired
        444100 Y - Shared request failed
        444101 Y . Shared license service is active
        444102 Y . Shared license service inactive
        444103 Y . Shared license usage is over 90% capacity
        444104 Y . Shared license availability
        444105 Y . Released shared license(s)
        444106 Y - Shared license backup server is not available
        444107 Y . Shared license service on interface
        444108 Y . Shared license client
        444109 Y . Shared license backup server role changed
        444110 Y . Shared license server backup has days remaining as active license server
        444111 Y . Shared license backup service has been terminated
        444302 Y - Smart licensing platform error
        444303 Y - Smart licensing error
        444304 Y . Smart licensing warning
        444305 Y . Smart licensing notice
        444306 Y . Smart licensing information
        444307 Y . Smart licensing debug event
        444714 Y - Azure failed to retrieve Wireserver IPv4 address
        447001 Y - ASP DP to CP queue was full
        501101 Y . User transitioning priv level
        504001 Y + Security context was added to the system
        504002 Y + Security context was removed from the system
        506001 Y . event source event
        612001 Y + Auto Update succeeded
        612002 Y - Auto Update failed
        612003 Y - Auto Update failed to contact
        701001 Y - alloc_user() out of Tcp_user objects
        701002 Y - alloc_proxy() out of Tcp_proxy objects
        711001 Y . debug message
        711002 Y . Task ran
        711003 Y - Unknown/Invalid interface identifier(vpifnum) detected
        711004 Y . Task ran
        711005 Y . Traceback
        711006 Y + CPU profiling has started
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
        768001 Y . QUOTA: resource utilization is high
        768002 Y - QUOTA: resource quota exceeded
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
        780001 Y . RULE ENGINE: Started compilation for access-group transaction
        780002 Y + RULE ENGINE: Finished compilation for access-group transaction
        780003 Y . RULE ENGINE: Started compilation for nat transaction
        780004 Y + RULE ENGINE: Finished compilation for nat transaction
        """
}
