// The virtual network: a subnet for the server's instances, one for the private endpoints.

@description('Short name that the resources begin with.')
param name string

@description('Azure region.')
param location string

@description('Address space, /24 or larger.')
param addresses string

resource closed 'Microsoft.Network/networkSecurityGroups@2024-01-01' = {
  name: '${name}-endpoints-rules'
  location: location
  properties: {
    securityRules: [
      {
        // Azure's own rules would let in nobody from the internet either; this says so where it is looked for
        name: 'no-internet'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: 'Internet'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-01-01' = {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [
        addresses
      ]
    }
    subnets: [
      {
        name: 'server'
        properties: {
          // /27 is the least that Container Apps takes; /26 leaves room for upgrades, when old and new run side by side
          addressPrefix: cidrSubnet(addresses, 26, 0)
          delegations: [
            {
              name: 'container-apps'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addresses, 27, 2)
          privateEndpointNetworkPolicies: 'Enabled'
          networkSecurityGroup: {
            id: closed.id
          }
        }
      }
    ]
  }

  resource serverSubnet 'subnets' existing = {
    name: 'server'
  }

  resource endpointSubnet 'subnets' existing = {
    name: 'endpoints'
  }
}

@description('Resource id of the network.')
output networkId string = network.id

@description('Subnet of the server\'s instances.')
output serverSubnetId string = network::serverSubnet.id

@description('Subnet of the private endpoints.')
output endpointSubnetId string = network::endpointSubnet.id
