// Private endpoints of the tables and the vault, and the names by which they are found inside the network.

@description('Short name that the resources begin with.')
param name string

@description('Azure region.')
param location string

@description('Resource id of the network in which the names hold.')
param networkId string

@description('Resource id of the subnet that the endpoints stand in.')
param subnetId string

@description('Resource id of the storage account.')
param accountId string

@description('Resource id of the vault.')
param vaultId string

var reached = [
  {
    what: 'table'
    id: accountId
    zone: 'privatelink.table.${environment().suffixes.storage}'
  }
  {
    what: 'vault'
    id: vaultId
    zone: 'privatelink.vaultcore.azure.net'
  }
]

resource zones 'Microsoft.Network/privateDnsZones@2020-06-01' = [
  for one in reached: {
    name: one.zone
    location: 'global'
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [
  for (one, n) in reached: {
    parent: zones[n]
    name: '${name}-${one.what}'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: networkId
      }
    }
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-01-01' = [
  for one in reached: {
    name: '${name}-${one.what}'
    location: location
    properties: {
      subnet: {
        id: subnetId
      }
      privateLinkServiceConnections: [
        {
          name: one.what
          properties: {
            privateLinkServiceId: one.id
            groupIds: [
              one.what
            ]
          }
        }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-01-01' = [
  for (one, n) in reached: {
    parent: endpoints[n]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: one.what
          properties: {
            privateDnsZoneId: zones[n].id
          }
        }
      ]
    }
  }
]
