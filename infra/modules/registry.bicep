// The registry that holds the server's images; az acr build makes them there, no Docker needed at hand.

@description('Name of the registry, unique in the world: letters and digits.')
@minLength(5)
@maxLength(50)
param name string

@description('Azure region.')
param location string

@description('Object id of the server\'s identity.')
param serverPrincipalId string

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: name
  location: location
  sku: {
    name: 'Basic'
  }
  properties: {
    // no password: anyone who pulls or pushes is somebody
    adminUserEnabled: false
    anonymousPullEnabled: false
  }
}

var pull = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
)

// Instances start from the image as the server's own identity; it cannot put one in.
resource serverPulls 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, serverPrincipalId, pull)
  scope: registry
  properties: {
    roleDefinitionId: pull
    principalId: serverPrincipalId
    principalType: 'ServicePrincipal'
  }
}

@description('Name of the registry.')
output name string = registry.name

@description('Host that images are pulled from.')
output server string = registry.properties.loginServer
