// The Container Apps environment that the server runs in.

@description('Short name that the resources begin with.')
param name string

@description('Azure region.')
param location string

@description('Spreads instances over the region\'s zones; needs a subnet.')
param zoneRedundant bool

@description('Subnet of the server\'s instances; empty for none.')
param subnetId string

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

resource runtime 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    zoneRedundant: zoneRedundant
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    vnetConfiguration: empty(subnetId)
      ? null
      : {
          infrastructureSubnetId: subnetId
          // Teams calls from the internet: the door is public, what stands behind it need not be
          internal: false
        }
    // through a diagnostic setting: the other way wants the workspace's key
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
  }
}

resource toLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: runtime
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ContainerAppConsoleLogs'
        enabled: true
      }
      {
        category: 'ContainerAppSystemLogs'
        enabled: true
      }
    ]
  }
}

@description('Resource id of the environment.')
output environmentId string = runtime.id

@description('What the names of its apps end in.')
output domain string = runtime.properties.defaultDomain
