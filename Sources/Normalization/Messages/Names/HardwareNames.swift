// Names of messages about hardware: modules, sensors, interfaces and ports. EventNames says how a row reads.

extension EventNames {
    static let hardware = """
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
        218001 Y - Failed Identification Test
        218002 Y . Module is a registered proto-type for Cisco Lab use only, and not certified for live network operation
        218003 Y . Module Version is obsolete
        218004 Y - Failed Identification Test
        218005 Y . Inconsistency detected in the system information programmed in non-volatile memory
        219002 Y - I2C error
        323001 Y - Module experienced a control channel communications failure
        323002 Y - Module is not able to shut down, shut down request not answered
        323003 Y - Module is not able to reload, reload request not answered
        323004 Y - Module failed to write software
        323005 Y - Module can not be started completely
        323006 Y - Module experienced a data channel communication failure, data channel is DOWN
        323007 Y - Module experienced a firware failure and the recovery is in progress
        413001 Y - Module is not able to shut down
        413002 Y - Module is not able to reload
        413003 Y . Module is not a recognized type
        413004 Y - Module failed to write software
        413005 Y - Module, application is not supported
        413006 Y - Module software version mismatch
        413007 Y - An unsupported ASA and IPS configuration is installed
        413008 Y - An unsupported combination of the power supply module and the fan module is detected
        413009 Y . Internal interface ring is low
        425001 Y + Redundant interface created
        425002 Y + Redundant interface removed
        425003 Y + Interface added into redundant interface
        425004 Y + Interface removed from redundant interface
        425005 Y . Interface become active in redundant interface
        425006 Y - Redundant interface switch active member failed
        426001 Y . PORT-CHANNEL:Interface bundled into EtherChannel interface Port-channel
        426002 Y . PORT-CHANNEL:Interface unbundled from EtherChannel interface Port-channel
        426003 Y . PORT-CHANNEL:Interface has become standby in EtherChannel interface Port-channel
        426004 Y - PORT-CHANNEL: Interface is not compatible and will be suspended
        426101 Y . PORT-CHANNEL:Interface is allowed to bundle into EtherChannel interface by CLACP
        426102 Y . PORT-CHANNEL:Interface is moved to standby in EtherChannel interface by CLACP
        426103 Y . PORT-CHANNEL:Interface is selected to move from standby to bundle in EtherChannel interface by CLACP
        426104 Y . PORT-CHANNEL:Interface is unselected in EtherChannel interface by CLACP
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
        615001 Y - vlan not available for firewall interface
        615002 Y . vlan available for firewall interface
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
        743000 Y . The PCI device is degraded
        743001 Y - Backplane health monitoring detected link failure
        743002 Y + Backplane health monitoring detected link OK
        743004 Y . System is not fully operational - PCI device with vendor ID, device ID not found
        743010 Y - EOBC RPC server failed to start for client module
        743011 Y - EOBC RPC call failed
        771003 Y - Hardware clock UIP bit is set. Read clock time from linux system clock
        774001 Y - POST: unspecified error
        774002 Y - POST: crypto self-test error
        803003 Y . User disabled bypass manually
        804001 Y . Interface SFP has been inserted
        804002 Y . Interface SFP has been removed
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
        850001 T . SNORT Automatic-Application-Bypass due to delay
        850002 T - SNORT Automatic-Application-Bypass due to SNORT not responding to traffics
        880002 Y . Internal-Data no-buffer counter stats
        """
}
